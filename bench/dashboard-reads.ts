import "../src/entry/quiet-sdk";
import { createHub } from "../src/app/create-hub";
import { indicatorPanel } from "../src/domain/indicators/indicator-panel";
import type { Observation } from "../src/domain/indicators/observation";
import type { Area } from "../src/domain/places/area";
import { refresh } from "../src/projections/refresh";
import type { Table } from "../src/storage/engine/table";
import { fromTable } from "../src/storage/engine/table-reader";
import { keys } from "../src/storage/records/keys";
import { allItemsOf, recordOf } from "../src/storage/records/records.repository";
import { startTable } from "../test/support/test-table";
import {
  areaCode,
  cityCode,
  indicatorCodes,
  neighbourhoods,
  periods,
  writeCity,
  writeDefinitions,
} from "./synthetic-hub";

/**
 * `npm run bench:reads`: what the dashboard queries read at 1, 10 and 100 times the data, beside reading all numbers of an
 * indicator and reducing them. The city that is asked stays as it is; the hub grows by other cities of its size. Of these
 * only what the queries and their comparison can touch is written: areas, centres, services, residents and one share, of all years.
 */
const sizes = [1, 10, 100];
const touched = ["residents", "share"];

const mapFields = `ranked coverage { expected present } distribution { mean min firstQuartile median thirdQuartile max }
  city { value } classes(count: 5) { from to areaCodes }
  cells { observation { value status area { code name } sourceRefs { code licence } } residents rank decile exclusion }`;
const cellFields = `cells { observation { period value area { name } indicator { unit { code } } sourceRefs { code } } rank decile
  level { value } city { value } change { absolute } }`;

const queries: Readonly<Record<string, string>> = {
  "city map": `{ indicator(code: "share") { code unit { code } map(period: "2024", city: "${cityCode(1)}") { ${mapFields} } } }`,
  "area profile": `{ area(code: "${areaCode(1, 42)}") { name profile { ${cellFields} } } }`,
  "counted centres": `{ aggregate(input: { city: "${cityCode(1)}", measures: [CENTRES], groupBy: [KIND, AREA], on: "2026-12-31" }) { cells { groups { code name { it } } values { value } } } }`,
  "counted services": `{ aggregate(input: { city: "${cityCode(1)}", measures: [SERVICES], groupBy: [CARE_DOMAIN, AREA] }) { cells { groups { code name { it } } values { value } } } }`,
  "series with peers": `{ indicator(code: "share") { series(areas: ["${areaCode(1, 30)}", "${areaCode(1, 42)}"]) { cells { observation { period value area { name } } rank city { value } level { value } peers { value areas { name } } } } } }`,
  "compared areas": `{ areas(filter: { codes: ["${areaCode(1, 30)}", "${areaCode(1, 42)}"] }) { nodes { profile(indicators: ["share", "residents"], period: "2024") { ${cellFields} } } } }`,
  "composite index": `{ compositeIndex(input: { city: "${cityCode(1)}", indicators: [{ indicator: "share", polarity: HIGHER_IS_WORSE }, { indicator: "figure_1", polarity: HIGHER_IS_WORSE }], periods: ["2011", "2024"], method: AMPI }) { areas { area { name } values { value rank } } sensitivity { areas { sameDirection } } } }`,
  "services per 1,000": `{ aggregate(input: { city: "${cityCode(1)}", measures: [SERVICES], groupBy: [AREA], per: { indicator: "residents", period: "2024" } }) { cells { groups { name { it } } values { value numerator } } } }`,
  "aggregate of numbers": `{ aggregate(input: { city: "${cityCode(1)}", measures: [OBSERVATION], groupBy: [AREA], indicator: "share", filter: [{ dimension: PERIOD, codes: ["2024"] }] }) { cells { groups { name { it } } values { value } } flat { rows } } }`,
  "aggregate of things": `{ aggregate(input: { city: "${cityCode(1)}", measures: [CENTRES, SERVICES], groupBy: [AREA] }) { cells { groups { name { it } } values { value } } } }`,
  "15-minute access": `{ access(input: { city: "${cityCode(1)}", period: "2024", population: "residents" }) { total { figures { coveredShare } } areas { area { name } result { figures { gapPer1000 nearestMinutes } } } } }`,
  "map of cities": `{ indicator(code: "share") { map(period: "2024", level: CITY) { ranked cells { observation { value area { name } } rank } } } }`,
};

/** Requests and read units. */
interface Cost {
  readonly requests: number;
  readonly units: number;
}

async function costOf(table: Table, run: () => Promise<unknown>): Promise<Cost> {
  table.meter.reset();
  await run();
  return { requests: table.meter.total(), units: table.meter.readUnits };
}

/** A hub that has just started: it remembers nothing. */
function coldHub(table: Table) {
  const { http } = createHub({ table, log: () => undefined });
  return async (query: string): Promise<void> => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ query });
    const answer = (await (
      await http.request("/graphql", { method: "POST", headers, body })
    ).json()) as object;
    if ("errors" in answer) throw new Error(JSON.stringify(answer));
  };
}

/** All numbers of the indicators and all areas, put together afterwards: what a map costs without documents. */
async function scanAndReduce(table: Table): Promise<void> {
  const everyRecord = async <T>(partition: string): Promise<T[]> =>
    (await fromTable(table, (reader) => allItemsOf(reader, partition, "list"))).map(recordOf<T>);
  const areas = await everyRecord<Area>(keys.list.areas("NEIGHBOURHOOD", "").listPk);
  const [residents, share] = await Promise.all(
    touched.map((code) =>
      everyRecord<Observation>(keys.list.observations(code, "", "NEIGHBOURHOOD", "").listPk),
    ),
  );
  const of2024 = (all: readonly Observation[]) => all.filter(({ period }) => period === "2024");
  const inhabitants = new Map(of2024(residents!).map((each) => [each.areaCode, each.value]));
  const own = areas.filter((area) => area.cityCode === cityCode(1));
  const residentsIn = (code: string) => inhabitants.get(code) ?? null;
  const panel = indicatorPanel(
    { areas: own, observations: of2024(share!) },
    { minimumResidents: 700, minimumDenominator: 20, residentsIn },
  );
  const { distribution } = panel.slice("2024");
  if (distribution?.count !== neighbourhoods) throw new Error("The comparison counts something else.");
}

type Row = readonly [query: string, ...costs: Cost[]];

async function main(): Promise<void> {
  let time = "2026-01-01T00:00:00.000Z";
  const table = await startTable(() => time);
  await writeDefinitions(table);
  await writeCity(table, 1, indicatorCodes);
  // An area is shown in all documents. Not everything, because the services of the bench are nothing but lists.
  await refresh(table, [{ key: keys.record("Area", cityCode(1)) }], { now: time });
  time = "2026-01-01T01:00:00.000Z";
  const rows = new Map<string, Cost[]>();
  const note = (query: string, cost: Cost) => rows.set(query, [...(rows.get(query) ?? []), cost]);
  for (let cities = 1, i = 0; i < sizes.length; i++) {
    for (; cities < sizes[i]!; cities++) await writeCity(table, cities + 1, touched);
    for (const [name, query] of Object.entries(queries)) {
      const ask = coldHub(table);
      note(`${name}, cold`, await costOf(table, () => ask(query)));
      note(`${name}, warm`, await costOf(table, () => ask(query)));
    }
    note("scan and reduce, one map", await costOf(table, () => scanAndReduce(table)));
    const changed = { key: keys.observation(areaCode(1, 1), "share", "2024") };
    note("a changed number is followed", await costOf(table, () => refresh(table, [changed], { now: time })));
  }
  print([...rows].map(([query, costs]): Row => [query, ...costs]));
}

function print(rows: readonly Row[]): void {
  const numbers = neighbourhoods * periods.length * indicatorCodes.length;
  console.log(
    `1x: one city of ${neighbourhoods} areas and ${numbers.toLocaleString("en")} numbers; requests / read units\n`,
  );
  const cell = ({ requests, units }: Cost): string => `${requests} / ${units.toLocaleString("en")}`;
  const ratio = (costs: readonly Cost[]): string => `${(costs.at(-1)!.units / costs[0]!.units).toFixed(1)} x`;
  const lines = [
    ["query", ...sizes.map((size) => `${size}x`), `${sizes.at(-1)}x over 1x`],
    ...rows.map(([query, ...costs]) => [query, ...costs.map(cell), ratio(costs)]),
  ];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  for (const line of lines) console.log(line.map((text, i) => text.padEnd(widths[i]!)).join("  "));
}

void main();
