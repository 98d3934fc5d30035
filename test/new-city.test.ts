import { rm } from "node:fs/promises";
import { createHub } from "../src/app/create-hub";
import { readEnv } from "../src/app/env";
import { openTable } from "../src/app/open-table";
import { ingestCommand } from "../src/entry/ingest.cli";
import { loadSeeds } from "../src/entry/load-seeds";
import { newCityFiles, newCityPage } from "./support/inventata";
import { folderWith } from "./support/synthetic-city";

/** docs/new-city.md, followed word for word: its files, its commands and its query. */
const before = process.cwd();
let folder = "";
const text = newCityPage;
const variables: Record<string, string> = {};
const printed: string[] = [];
let close: () => Promise<void> = async () => undefined;
let request: (path: string, init?: RequestInit) => Promise<Response>;

const context = () => ({
  variables,
  out: (line: string) => void printed.push(line),
  err: () => undefined,
  now: () => new Date("2026-11-28T12:00:00.000Z"),
});

/** The commands of the page that are not the start of the hub. */
async function run(command: string): Promise<number> {
  const [, settings, args] = /^((?:[A-Z_]+=\S+ )*)npm run ingest -- (.*)$/.exec(command)!;
  const own = Object.fromEntries(settings!.split(" ").flatMap((each) => (each ? [each.split("=")] : [])));
  return ingestCommand(args!.split(" "), { ...context(), variables: { ...variables, ...own } });
}

beforeAll(async () => {
  folder = await folderWith(newCityFiles);
  process.chdir(folder);
  // Proposed beside the finished ones, so that the import does not read them.
  const inText = [...text.matchAll(/`npm run ingest -- (init \S+)`/g)].map(([, args]) => args!);
  expect(inText).toHaveLength(1);
  for (const args of inText)
    expect(await ingestCommand([...args.split(" "), "--out", "proposed.yaml"], context())).toBe(0);
  const commands = /```sh\n([\s\S]*?)```/.exec(text)![1]!.trim().split("\n");
  const [settings, ingest, start] = commands;
  for (const each of settings!.replace("export ", "").split(" ")) {
    const [name, value] = each.split("=");
    variables[name!] = value!;
  }
  printed.length = 0;
  expect(await run(ingest!)).toBe(0);
  expect(start).toBe("npm start");
  const env = readEnv(variables);
  const opened = await openTable(env, { share: true });
  close = opened.close;
  await loadSeeds(opened.table, env.seeds, new Date().toISOString());
  ({
    http: { request },
  } = createHub({
    table: opened.table,
    log: () => undefined,
    deadlineMs: 60_000,
  }) as unknown as { http: { request: typeof request } });
});

afterAll(async () => {
  await close();
  process.chdir(before);
  await rm(folder, { recursive: true, force: true });
});

async function ask<Data = Record<string, never>>(query: string): Promise<Data> {
  const response = await request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data: Data; errors?: unknown };
  expect(answer.errors).toBeUndefined();
  expect(JSON.stringify(answer)).not.toMatch(/Mil[ae]no|Municipi|nil:|ds\d{2,4}|015146/);
  return answer.data;
}

/** One line for each field of the query. */
const lines = (data: Record<string, unknown>): string =>
  Object.entries(data)
    .map(([name, value]) => `${name}: ${JSON.stringify(value).replaceAll('"', "")}`)
    .join("\n");

test("the report names every file of the city and no file of Milan", () => {
  const report = printed.join("");
  for (const name of ["quartieri", "zone", "popolazione", "redditi", "centri", "servizi"])
    expect(report).toContain(`inventata-${name}`);
  expect(report).not.toMatch(/ds\d{3}|milano/i);
  expect(report).toMatchInlineSnapshot(`
    "source                 status    mode     rows  new  changed  same  rejected  records  written  deleted
    inventata-quartieri    IMPORTED  FULL        2    2        0     0         0        6        6        0
    inventata-zone         IMPORTED  FULL        4    4        0     0         0       15       15        0
    inventata-popolazione  IMPORTED  PARTIAL    13   12        0     1         0       19       19        0
    inventata-redditi      IMPORTED  PARTIAL     2    2        0     0         0        6        6        0
    inventata-centri       IMPORTED  FULL        2    2        0     0         0        6        6        0
    inventata-servizi      IMPORTED  FULL        3    3        0     0         0        8        8        0

    inventata-popolazione: of 13 rows these give nothing: 1 by when

    inventata-redditi Reddito medio per quartiere (redditi.csv): 1 warning
      WARNING EMPTY_CELL at line 3, euro = "n.d.": The cell says that there is no data: the value is kept as missing, not as 0.

    Runs: inventata-quartieri:1, inventata-zone:1, inventata-popolazione:1, inventata-redditi:1, inventata-centri:1, inventata-servizi:1
    Data version: 8
    "
  `);
});

test("the query of the page", async () => {
  expect(lines(await ask(/```graphql\n([\s\S]*?)```/.exec(text)![1]!))).toMatchInlineSnapshot(`
    "areas: {nodes:[{code:inventata:borgo-antico,name:Borgo Antico,localType:{it:Quartiere},overlaps:[{area:{name:Le Fonti}},{area:{name:Sant'Elmo}}]},{code:inventata:citta-nuova,name:Città Nuova,localType:{it:Quartiere},overlaps:[{area:{name:Il Colle}},{area:{name:Mercato}}]}]}
    services: {totalCount:2,nodes:[{name:{it:Assistenza domiciliare}},{name:{it:Sportello di quartiere}}]}
    centres: {nodes:[{name:Biblioteca del Mercato,areas:[{name:Comune Inventato},{name:Città Nuova},{name:Mercato}]},{name:Centro Le Fonti,areas:[{name:Comune Inventato},{name:Borgo Antico},{name:Le Fonti}]}]}"
  `);
});

test("centres are open with the holidays of this city", async () => {
  const query = (time: string) =>
    `{ centres(filter: { openAt: "${time}" }) { nodes { name } } centre(code: "inventata-centri:C1") { isOpenAt(at: "${time}") { state reason } } }`;
  const states = [];
  // A Wednesday, the day of the patron, that of the patron of Milan, and a national holiday.
  for (const day of ["2026-11-25", "2026-11-18", "2026-12-07", "2026-12-08"])
    states.push(`${day} ${lines(await ask(query(`${day}T10:30:00+01:00`)))}`);
  expect(states).toMatchInlineSnapshot(`
    [
      "2026-11-25 centres: {nodes:[{name:Biblioteca del Mercato},{name:Centro Le Fonti}]}
    centre: {isOpenAt:{state:OPEN,reason:WEEKLY_HOURS}}",
      "2026-11-18 centres: {nodes:[]}
    centre: {isOpenAt:{state:CLOSED,reason:STATED_CLOSURE}}",
      "2026-12-07 centres: {nodes:[{name:Biblioteca del Mercato},{name:Centro Le Fonti}]}
    centre: {isOpenAt:{state:OPEN,reason:WEEKLY_HOURS}}",
      "2026-12-08 centres: {nodes:[]}
    centre: {isOpenAt:{state:CLOSED,reason:STATED_CLOSURE}}",
    ]
  `);
});

test("figures of areas, ranks, maps and the area card", async () => {
  expect(
    lines(
      await ask(`{
      indicator(code: "share_65plus") {
        map(period: "2024") {
          ranked city { roundedValue }
          cells { observation { area { name } roundedValue numerator denominator } rank }
        }
      }
      area(code: "inventata:zona-il-colle") {
        name localType { it } overlaps { area { name } share }
        profile(indicators: ["residents", "share_65plus"]) { cells { rank observation { roundedValue } city { value } } }
        series(indicator: "residents") { cells { observation { period value } rank } }
      }
      income: indicator(code: "inventata_income") {
        map(period: "2023") { ranked cells { observation { area { name } value status note { it } } } }
      }
      aggregate(input: { measures: [CENTRES, OBSERVATION], groupBy: [AREA], level: DISTRICT, indicator: "residents", filter: [{ dimension: PERIOD, codes: ["2024"] }] }) {
        flat { rows }
      }
    }`),
    ),
  ).toMatchInlineSnapshot(`
    "indicator: {map:{ranked:4,city:{roundedValue:18.5},cells:[{observation:{area:{name:Il Colle},roundedValue:40,numerator:1200,denominator:3000},rank:1},{observation:{area:{name:Le Fonti},roundedValue:22.5,numerator:1800,denominator:8000},rank:2},{observation:{area:{name:Mercato},roundedValue:10,numerator:1000,denominator:10000},rank:4},{observation:{area:{name:Sant'Elmo},roundedValue:16.7,numerator:1000,denominator:6000},rank:3}]}}
    area: {name:Il Colle,localType:{it:Zona},overlaps:[{area:{name:Città Nuova},share:1}],profile:{cells:[{rank:4,observation:{roundedValue:3000},city:{value:27000}},{rank:1,observation:{roundedValue:40},city:{value:18.51851851851852}}]},series:{cells:[{observation:{period:2024,value:3000},rank:4}]}}
    income: {map:{ranked:0,cells:[{observation:{area:{name:Borgo Antico},value:22010,status:NORMAL,note:null}},{observation:{area:{name:Città Nuova},value:null,status:MISSING,note:{it:La fonte scrive \\n.d.\\: nessun dato.}}}]}}
    aggregate: {flat:{rows:[{area:inventata:borgo-antico,areaName:Borgo Antico,centres:1,centresStatus:NORMAL,observation:14000,observationStatus:NORMAL},{area:inventata:citta-nuova,areaName:Città Nuova,centres:1,centresStatus:NORMAL,observation:13000,observationStatus:NORMAL}]}}"
  `);
});

test("search, nearest, access and where a point lies", async () => {
  expect(
    lines(
      await ask(`{
      search(text: "biblioteca") { nodes { __typename } totalCount }
      milan: search(text: "Milano") { totalCount }
      nearestCentres(input: { point: { latitude: 43.13, longitude: 12.33 }, first: 1 }) { results { distanceMetres centre { name } } }
      areaAt(point: { latitude: 43.13, longitude: 12.33 }) { areas { name level } }
      services(filter: { area: "inventata:citta-nuova" }) { nodes { name { it } } }
      access(input: { period: "2024", population: "residents_65plus", minutes: 15 }) { total { people } }
    }`),
    ),
  ).toMatchInlineSnapshot(`
    "search: {nodes:[{__typename:Centre},{__typename:SourceRef},{__typename:TaxonomyTerm}],totalCount:3}
    milan: {totalCount:0}
    nearestCentres: {results:[{distanceMetres:137.7,centre:{name:Biblioteca del Mercato}}]}
    areaAt: {areas:[{name:Comune Inventato,level:CITY},{name:Città Nuova,level:DISTRICT},{name:Mercato,level:NEIGHBOURHOOD}]}
    services: {nodes:[{name:{it:Sportello di quartiere}}]}
    access: {total:{people:5000}}"
  `);
});
