import { rm } from "node:fs/promises";
import path from "node:path";
import { runIngest } from "../src/ingest/run/run";
import { loadStarter } from "../src/ingest/starter/load-starter";
import { startHub, type TestHub } from "./support/hub";
import { newCityFiles } from "./support/inventata";
import { folderWith } from "./support/synthetic-city";

const now = "2026-11-28T12:00:00.000Z";
let hub: TestHub;
let folder = "";

beforeAll(async () => {
  hub = await startHub({ starter: true });
  const population = "inventata/3-popolazione.mapping.yaml";
  folder = await folderWith({
    ...newCityFiles,
    [population]: newCityFiles[population]!.replace(
      /indicators:[\s\S]*/,
      "uses: [residents, residents_65plus, share_65plus]\n",
    ),
    "inventata/4-centri.mapping.yaml": newCityFiles["inventata/4-centri.mapping.yaml"]!.replace(
      /.*code: "centre-kind:LIBRARY".*\n/,
      "",
    ),
    "inventata/5-servizi.mapping.yaml": newCityFiles["inventata/5-servizi.mapping.yaml"]!.replace(
      /terms:\n.*\n/,
      "",
    ),
  });
  await loadStarter(hub.table, path.join(folder, "inventata/seed"), now);
  const report = await runIngest({
    table: hub.table,
    folder: path.join(folder, "inventata"),
    now,
    demo: true,
    seeds: [path.resolve(__dirname, "../data"), path.join(folder, "inventata/seed")],
  });
  expect(report.sources.flatMap(({ problems }) => problems).map(({ rule }) => rule)).toEqual(["EMPTY_CELL"]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask<Data>(query: string): Promise<Data> {
  const { data, errors } = await hub.ask<Data>(query);
  expect(errors).toBeUndefined();
  return data!;
}

test("two cities have values of one indicator, whose definition stays that of its source", async () => {
  const answer = await ask(`{
    indicator(code: "residents") { sourceRefs { code } }
    aggregate(input: { measures: [CENTRES, OBSERVATION], groupBy: [AREA], level: CITY, indicator: "residents", filter: [{ dimension: PERIOD, codes: ["2024"] }] }) {
      flat { rows }
    }
  }`);
  expect(answer).toMatchObject({
    indicator: { sourceRefs: [{ code: "ds205" }] },
    aggregate: {
      flat: {
        rows: [
          { area: "comune:015146", centres: 3, observation: 1_407_044 },
          { area: "comune:999999", centres: 2, observation: 27_000 },
        ],
      },
    },
  });
});

test("ranks, city values and means of an area are those of its own city", async () => {
  const profile = `profile(indicators: ["residents"]) { cells { rank ranked city { value } level { value } } }`;
  const answer = await ask(`{
    inventata: area(code: "inventata:zona-mercato") { ${profile} }
    milano: area(code: "nil:42") { ${profile} }
  }`);
  expect(answer).toEqual({
    inventata: {
      profile: { cells: [{ rank: 1, ranked: 4, city: { value: 27_000 }, level: { value: 6_750 } }] },
    },
    milano: {
      profile: { cells: [{ rank: 1, ranked: 2, city: { value: 1_407_044 }, level: { value: 24_498.5 } }] },
    },
  });
});

test("a map and access are of one city with the argument city, and of the whole hub without it", async () => {
  interface Maps {
    readonly [name: string]: {
      readonly map: { readonly ranked: number; readonly cells: readonly unknown[] };
    };
  }
  const map = (argument: string) =>
    `indicator(code: "residents") { map(period: "2024"${argument}) { ranked cells { rank } } }`;
  const { own, all } = await ask<Maps>(`{ own: ${map(', city: "comune:999999"')} all: ${map("")} }`);
  expect([own!.map.ranked, own!.map.cells.length]).toEqual([4, 4]);
  expect([all!.map.ranked, all!.map.cells.length]).toEqual([6, 92]);
  const access = await ask(
    `{ access(input: { city: "comune:999999", period: "2024", population: "residents_65plus", minutes: 15 }) { centres total { people } } }`,
  );
  expect(access).toEqual({ access: { centres: 2, total: { people: 5_000 } } });
});

test("each city has its own holidays, lists and results of a search", async () => {
  const state = (time: string) => `isOpenAt(at: "${time}T10:30:00+01:00") { state }`;
  const answer = await ask(`{
    centre(code: "inventata-centri:C1") { patron: ${state("2026-11-18")} ambrose: ${state("2026-12-07")} }
    centres(filter: { area: "comune:999999" }) { totalCount }
    search(text: "centro", area: "comune:999999", types: [CENTRE]) { nodes { ... on Centre { name } } }
    services(filter: { area: "comune:015146" }) { totalCount }
  }`);
  expect(answer).toEqual({
    centre: { patron: { state: "CLOSED" }, ambrose: { state: "OPEN" } },
    centres: { totalCount: 2 },
    search: { nodes: [{ name: "Centro Le Fonti" }] },
    services: { totalCount: 0 },
  });
});
