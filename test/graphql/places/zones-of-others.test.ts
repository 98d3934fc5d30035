import { type PreparedHub, startPreparedHub } from "../../support/prepared-hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

// Areas that are not the city's own: postal codes and zones of the property market, with hints to neighbourhoods.

let hub: PreparedHub;

beforeAll(async () => {
  if (sharedData(".") !== null) hub = await startPreparedHub();
});

async function answer<T>(query: string): Promise<T> {
  const { data, errors } = await hub.ask<T>(query);
  expect(errors).toBeUndefined();
  return data!;
}

interface Text {
  readonly en: string;
}
interface Value {
  readonly value: number | null;
  readonly status: string;
}
interface Card {
  readonly own: Value;
  readonly overlaps: readonly { readonly area: { readonly level: string } }[];
  readonly hints: readonly {
    readonly note: Text;
    readonly sourceRefs: readonly { readonly code: string }[];
    readonly area: {
      readonly code: string;
      readonly perPerson: Value & { readonly note: Text };
      readonly perTaxpayer: Value;
    };
  }[];
}

testWithSharedData("the card of a NIL leads to the income of its postal codes, with the caveat", async () => {
  const cards = await answer<{ readonly salomone: Card; readonly gratosoglio: Card }>(`
    query Cards { salomone: area(code: "nil:30") { ...Card } gratosoglio: area(code: "nil:42") { ...Card } }
    fragment Card on Area {
      own: observation(indicator: "cap_mean_taxable_income", period: "2021") { value status }
      overlaps { area { level } }
      hints(level: POSTAL_CODE) {
        note { en }
        sourceRefs { code }
        area {
          code
          perPerson: observation(indicator: "cap_mean_taxable_income", period: "2021") { value status note { en } }
          perTaxpayer: observation(indicator: "cap_taxable_income_per_taxpayer", period: "2021") { value status }
        }
      }
    }`);
  const found = [cards.salomone, cards.gratosoglio].flatMap(({ hints }) =>
    hints.map(({ area: { code, perPerson, perTaxpayer } }) => [
      code,
      Math.round(perPerson.value!),
      Math.round(perTaxpayer.value!),
    ]),
  );
  expect(found).toEqual([
    ["cap:20138", 25_014, 23_942],
    ["cap:20141", 29_806, 28_197],
    ["cap:20142", 24_075, 23_106],
  ]);
  const [hint] = cards.salomone.hints;
  expect(hint!.area.perPerson.note.en).toContain("it is not that of its neighbourhoods");
  expect(hint!.note.en).toMatch(/postal code 20138 that lie in NIL 30: 6\..+not those of the NIL/);
  expect(hint!.sourceRefs).toEqual([{ code: "cap-nil-hints" }]);
  // Nothing is spread over the NIL, and a hint is no overlap.
  expect(cards.salomone.own).toEqual({ value: null, status: "MISSING" });
  expect(cards.salomone.overlaps.map(({ area }) => area.level)).toEqual(["DISTRICT"]);
});

testWithSharedData("a postal code leads back to its NIL, and has no total for the city", async () => {
  const data = await answer<{
    readonly area: { readonly hints: readonly { readonly area: { readonly code: string } }[] };
    readonly city: Value;
  }>(`{
    area(code: "cap:20142") { hints(level: NEIGHBOURHOOD) { area { code } } }
  }`);
  expect(data.area.hints.map(({ area }) => area.code)).toContain("nil:42");
  const { errors } = await hub.ask(`{
    aggregate(input: { measures: [CENTRES], groupBy: [AREA], level: POSTAL_CODE }) { cells { values { value } } }
  }`);
  expect(errors![0]!.message).toContain("it is unknown which of them lie there");
  const { cells } = (
    await answer<{
      readonly aggregate: { readonly cells: readonly { readonly values: readonly Value[] }[] };
    }>(`{
      aggregate(input: {
        measures: [OBSERVATION] groupBy: [AREA] level: CITY indicator: "cap_mean_taxable_income"
        filter: [{ dimension: PERIOD codes: ["2021"] }]
      }) { cells { values { value } } }
    }`)
  ).aggregate;
  expect(cells.flatMap(({ values }) => values.map(({ value }) => value))).toEqual([null]);
});

testWithSharedData("an empty class is suppressed by the ministry: no number, no 0, and a note", async () => {
  const values = await Promise.all(
    ["2019", "2020", "2021"].map((period) =>
      answer<{
        readonly observations: { readonly nodes: readonly (Value & { readonly note: Text | null })[] };
      }>(`{ observations(filter: { indicator: "cap_taxpayers_up_to_0", period: "${period}" }, first: 100) {
        nodes { value status note { en } } } }`),
    ),
  );
  const nodes = values.flatMap(({ observations }) => observations.nodes);
  expect(nodes).toHaveLength(114);
  const hidden = nodes.filter(({ note }) => note?.en.startsWith("Empty cell in the source"));
  expect(hidden).toHaveLength(29);
  expect(hidden.every(({ value, status }) => value === null && status === "CONFIDENTIAL")).toBe(true);
});

interface Zone {
  readonly firstPeriod: string;
  readonly lastPeriod: string;
  readonly area: {
    readonly code: string;
    readonly series: {
      readonly cells: readonly {
        readonly observation: Value & { readonly period: string; readonly note: Text | null };
        readonly isBreak: boolean;
        readonly change: { readonly absolute: number } | null;
        readonly changeReason: Text | null;
      }[];
    };
  };
}

const zonesOf = async (nil: string): Promise<readonly Zone[]> =>
  (
    await answer<{ readonly area: { readonly hints: readonly Zone[] } }>(`{
      area(code: "${nil}") { hints(level: OMI_ZONE) { firstPeriod lastPeriod area { code
        series(indicator: "omi_purchase_price") { cells {
          observation { period value status note { en } } isBreak change { absolute } changeReason { en } } } } } }
    }`)
  ).area.hints;

testWithSharedData("the zones of NIL 30 break at 2024-S2, and no change is counted there", async () => {
  const zones = await zonesOf("nil:30");
  expect(zones.map(({ area, firstPeriod, lastPeriod }) => [area.code, firstPeriod, lastPeriod])).toEqual([
    ["omi:forlanini-mecenate-ortomercato-santa-giulia", "2019-S1", "2024-S1"],
    ["omi:tito-livio-tertulliano-longanesi-ortomercato", "2024-S2", "2025-S1"],
  ]);
  expect(zones[0]!.area.series.cells.at(-1)!.observation).toMatchObject({ period: "2024-S1", value: 1933 });
  const [cell, next] = zones[1]!.area.series.cells;
  expect(cell).toMatchObject({
    observation: {
      period: "2024-S2",
      value: 2684,
      status: "BREAK",
      note: { en: expect.stringContaining("redrawn") },
    },
    isBreak: true,
    change: null,
    changeReason: { en: expect.stringContaining("The series breaks in 2024-S2") },
  });
  expect(next).toMatchObject({ isBreak: false, change: { absolute: 11 }, changeReason: null });
});

testWithSharedData("a zone of the same name breaks too: half years in order, with the reason", async () => {
  const [zone] = await zonesOf("nil:42");
  const { cells } = zone!.area.series;
  expect(cells.map(({ observation }) => observation.period)).toEqual([
    ...["2019-S1", "2019-S2", "2020-S1", "2020-S2", "2021-S1", "2021-S2", "2022-S1", "2022-S2"],
    ...["2023-S1", "2023-S2", "2024-S1", "2024-S2", "2025-S1"],
  ]);
  expect(cells.filter(({ isBreak }) => isBreak).map(({ observation }) => observation.value)).toEqual([2345]);
  const broken = cells.find(({ isBreak }) => isBreak)!;
  expect(broken.change).toBeNull();
  expect(broken.changeReason!.en).toMatch(/^The series breaks in 2024-S2: .+ The zones were redrawn/);
});

testWithSharedData(
  "declared breaks of the population: recount of 2012, repeated births of 2017",
  async () => {
    const data = await answer<
      Record<string, { readonly series: { readonly cells: Zone["area"]["series"]["cells"] } }>
    >(`
    query Breaks {
      foreign: area(code: "nil:30") { ...Foreign }
      share: area(code: "comune:015146") { series(indicator: "foreign_share") { ...Cells } }
      births: area(code: "nil:42") { series(indicator: "births_foreign_parent") { ...Cells } }
      city: area(code: "comune:015146") { series(indicator: "births_foreign_parent") { ...Cells } }
    }
    fragment Foreign on Area { series(indicator: "residents_foreign") { ...Cells } }
    fragment Cells on IndicatorPanel { cells {
      observation { period value status note { en } } isBreak change { absolute } changeReason { en } } }`);
    const breaksOf = (name: string) =>
      data[name]!.series.cells.filter(({ isBreak }) => isBreak).map(({ observation }) => observation.period);
    expect(["foreign", "share", "births", "city"].map(breaksOf)).toEqual([
      ["2012"],
      ["2012"],
      ["2017", "2018"],
      ["2017", "2018"],
    ]);
    const of2012 = data.share!.series.cells.find(({ observation }) => observation.period === "2012")!;
    expect(of2012.change).toBeNull();
    expect(of2012.changeReason!.en).toContain("counted again after the census");
  },
);

testWithSharedData("a half year is a period of every question about values", async () => {
  const data = await answer<{
    readonly observations: { readonly nodes: readonly Value[] };
    readonly indicator: {
      readonly map: { readonly period: string; readonly coverage: object };
      readonly levels: readonly { readonly newestPeriod: string }[];
    };
  }>(`{
    observations(filter: { indicator: "omi_rent", period: "2024-S2", level: OMI_ZONE }, first: 100) { nodes { value status } }
    indicator(code: "omi_rent") {
      map(level: OMI_ZONE, period: "2025-S1") { period coverage { expected present } }
      levels { newestPeriod }
    }
  }`);
  expect(data.observations.nodes).toHaveLength(42);
  expect(data.indicator.map).toEqual({ period: "2025-S1", coverage: { expected: 45, present: 42 } });
  expect(data.indicator.levels).toEqual([{ newestPeriod: "2025-S1" }]);
  const { errors } = await hub.ask(
    `{ observations(filter: { indicator: "omi_rent", period: "2024-S3" }) { totalCount } }`,
  );
  expect(errors![0]!.message).toContain('"2024-S3"');
});

testWithSharedData("zones without boundaries say so, and hold no place", async () => {
  const { area, access } = await answer<{
    readonly area: { readonly profile: { readonly cells: readonly object[] } };
    readonly access: { readonly areas: readonly { readonly exclusion: string; readonly reason: Text }[] };
  }>(`{
    area(code: "cap:20138") { boundary overlaps { share } centres(first: 1) { nodes { code } } profile { cells { observation { indicator { code } period } } } }
    access(input: { level: POSTAL_CODE, period: "2024" }) { areas { exclusion reason { en } } }
  }`);
  expect(area).toMatchObject({ boundary: null, overlaps: null, centres: { nodes: [] } });
  expect(area.profile.cells).toHaveLength(19);
  expect(access.areas).toHaveLength(38);
  expect(new Set(access.areas.map(({ exclusion, reason }) => `${exclusion}: ${reason.en}`))).toEqual(
    new Set(["NO_POINTS: No boundary of the area is loaded."]),
  );
});
