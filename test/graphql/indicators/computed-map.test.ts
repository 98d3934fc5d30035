import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, anIndicator, anObservation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { type PreparedHub, startPreparedHub } from "../../support/prepared-hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

// Maps of larger areas, whose values the hub computes from those of the areas within.

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };

/**
 * SYNTHETIC. Three districts of two neighbourhoods each, without a border that cuts one; of the third no neighbourhood has a
 * value. District 1 has a published count in 2024.
 */
async function cityOfDistricts(): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, options);
  const districts = [1, 2, 3].map((i) => anArea({ code: `municipio:${i}`, level: "DISTRICT" }));
  const small = [1, 2, 3, 4, 5, 6].map((i) => anArea({ code: `nil:${i}` }));
  await save(codecs.sourceRef, [aSource()]);
  await save(codecs.indicator, [
    anIndicator({ code: "residents", aggregation: "SUM", finestLevel: "NEIGHBOURHOOD" }),
    anIndicator({ code: "heat", aggregation: "NONE", finestLevel: "NEIGHBOURHOOD" }),
  ]);
  await save(codecs.area, [aCity(), ...districts, ...small]);
  await save(
    codecs.areaOverlaps,
    districts.map(({ code }, i) => ({
      code,
      overlaps: [2 * i + 1, 2 * i + 2].map((n) => ({ areaCode: `nil:${n}`, share: 0.5, shareOfOther: 1 })),
      sourceCodes: [aSource().code],
    })),
  );
  const published = { indicatorCode: "residents", areaCode: "municipio:1", areaLevel: "DISTRICT" as const };
  await save(codecs.observation, [
    ...["2023", "2024"].flatMap((period) =>
      [1, 2, 3].map((i) => anObservation({ areaCode: `nil:${i}`, period, value: i * 1_000 })),
    ),
    anObservation({ ...published, period: "2024", value: 3_333 }),
    anObservation({ indicatorCode: "heat", areaCode: "nil:1", period: "2024", value: 4 }),
  ]);
  return hub;
}

const cells = `cells { isComputed rank exclusion reason { en }
  observation { area { code } period value status coverage { expected present } note { en } }
  change { fromPeriod absolute } }`;

interface Cell {
  readonly isComputed: boolean;
  readonly rank: number | null;
  readonly exclusion: string | null;
  readonly reason: { readonly en: string } | null;
  readonly observation: {
    readonly area: { readonly code: string };
    readonly period: string;
    readonly value: number | null;
    readonly status: string;
    readonly note: { readonly en: string } | null;
  };
  readonly change: unknown;
}

async function mapOf(hub: Pick<TestHub, "ask">, indicator: string, args: string, more = "") {
  const { data, errors } = await hub.ask<{
    readonly indicator: {
      readonly map: {
        readonly period: string;
        readonly ranked: number;
        readonly cells: readonly Cell[];
        readonly distribution: Record<string, number> | null;
        readonly classes: readonly { readonly areaCodes: readonly string[] }[];
        readonly method: string;
      };
    };
  }>(
    `{ indicator(code: "${indicator}") { map(${args}) { period ranked method ${cells} distribution { count min median max } classes(count: 3) { areaCodes } ${more} } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.indicator.map;
}

test("what is published stands, the rest is computed and ranked with it, and an area without parts says why", async () => {
  const hub = await cityOfDistricts();
  const map = await mapOf(hub, "residents", "level: DISTRICT, computed: true");
  expect(map.period).toBe("2024");
  expect(
    map.cells.map(({ isComputed, rank, exclusion, observation: { area, value, status } }) => [
      ...[area.code, value, status, isComputed, rank, exclusion],
    ]),
  ).toEqual([
    ["municipio:1", 3_333, "NORMAL", false, 1, null],
    ["municipio:2", 3_000, "PROVISIONAL", true, 2, null],
    ["municipio:3", null, "MISSING", false, null, "NO_VALUE"],
  ]);
  expect(map.cells[1]!.observation.note!.en).toContain("nil:4");
  expect(map.cells[2]!.reason!.en).toBe("None of the parts has a value.");
  expect(map.distribution).toEqual({ count: 2, min: 3_000, median: 3_166.5, max: 3_333 });
  expect(map.classes.flatMap(({ areaCodes }) => areaCodes).sort()).toEqual(["municipio:1", "municipio:2"]);
  expect(map.method).toContain("computed from the areas within it");
  // The earlier period is computed as well.
  expect(map.cells.map(({ change }) => change)).toEqual([
    { fromPeriod: "2023", absolute: 333 },
    { fromPeriod: "2023", absolute: 0 },
    null,
  ]);
});

test("without the argument nothing is computed, and at the finest level it changes nothing", async () => {
  const hub = await cityOfDistricts();
  const { cells } = await mapOf(hub, "residents", 'level: DISTRICT, period: "2024"');
  expect(cells.map(({ isComputed, observation: { value } }) => [value, isComputed])).toEqual([
    [3_333, false],
    [null, false],
    [null, false],
  ]);
  const small = (args: string) => mapOf(hub, "residents", `level: NEIGHBOURHOOD${args}`);
  const { method: _, ...plain } = await small("");
  expect(await small(", computed: true")).toMatchObject(plain);
});

test("an indicator without a rule for totals has no values, and says why", async () => {
  const hub = await cityOfDistricts();
  const map = await mapOf(hub, "heat", "level: DISTRICT, computed: true");
  expect([map.period, map.ranked, map.distribution, map.classes]).toEqual(["2024", 0, null, []]);
  for (const { isComputed, exclusion, observation } of map.cells) {
    expect([isComputed, exclusion, observation.value]).toEqual([false, "NO_VALUE", null]);
    expect(observation.note!.en).toBe("The indicator's rule of aggregation allows no totals.");
  }
});

let prepared: PreparedHub;
beforeAll(async () => {
  if (sharedData(".") !== null) prepared = await startPreparedHub();
});

testWithSharedData(
  "each computed value is that of the aggregate, and is ranked by the residents",
  async () => {
    for (const indicator of ["share_65plus", "residents"]) {
      const map = await mapOf(
        prepared,
        indicator,
        'level: DISTRICT, computed: true, period: "2024"',
        "city { value }",
      );
      const { data } = await prepared.ask<{
        readonly aggregate: {
          readonly cells: readonly {
            readonly groups: readonly { readonly code: string }[];
            readonly values: readonly { readonly value: number; readonly status: string }[];
          }[];
        };
      }>(`{ aggregate(input: { measures: [OBSERVATION], groupBy: [AREA], level: DISTRICT, indicator: "${indicator}",
      filter: [{ dimension: PERIOD, codes: ["2024"] }] }) { cells { groups { code } values { value status } } } }`);
      expect(map.cells.map(({ observation: { area, value, status } }) => [area.code, value, status])).toEqual(
        data!.aggregate.cells.map(({ groups: [group], values: [of] }) => [
          group!.code,
          of!.value,
          of!.status,
        ]),
      );
      expect(map.cells).toHaveLength(9);
      expect(map.ranked).toBe(9);
      const values = map.cells.map(({ observation }) => observation.value!);
      for (const { rank, observation } of map.cells)
        expect(rank).toBe(1 + values.filter((value) => value > observation.value!).length);
      expect(map.classes.flatMap(({ areaCodes }) => areaCodes)).toHaveLength(9);
    }
  },
);
