import { qualityRuleNames } from "../../../src/domain/quality/quality-rule";
import { exitCode, type IngestReport } from "../../../src/ingest/report/report";
import { tableRepositories } from "../../../src/storage";
import { allNodes } from "../../../src/storage/engine/page";
import type { Table } from "../../../src/storage/engine/table";
import { startPreparedHub } from "../../support/prepared-hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const folder = sharedData(".");
let table: Table;
let report: IngestReport;
const imported = ({ sources }: IngestReport) => sources.filter(({ status }) => status === "IMPORTED");

beforeAll(async () => {
  if (folder === null) return;
  ({ table, report } = await startPreparedHub());
});

async function value(indicatorCode: string, areaCode: string, period: string) {
  const key = { indicatorCode, areaCode, period };
  const [observation] = await tableRepositories(table).observations.byKeys([key]);
  return observation?.value;
}

testWithSharedData("imports every row of the published files", async () => {
  expect(imported(report).map(({ source, rows }) => [source, rows.read, rows.new, rows.rejected])).toEqual([
    ["ds379", 9, 9, 0],
    ["ds964", 88, 88, 0],
    ["mef-income-cap", 114, 114, 0],
    ["omi-prices", 524, 524, 0],
    ["cap-nil-hints", 116, 116, 0],
    // The starter has some rows of five sources.
    ["ds205", 356, 344, 0],
    ["ds205-2012-2023", 887, 860, 0],
    ["ds205-profile-2021", 88, 88, 0],
    ["ds2811", 88, 86, 0],
    ["ds3017", 34, 34, 0],
    ["ds41", 232, 232, 0],
    ["ds501", 88, 88, 0],
    ["istat-demography", 536, 536, 0],
    // 7 of 17 series of 12 years; the others are known and not imported.
    ["mef-income", 204, 84, 0],
    ["milano-case-comunita", 22, 22, 0],
    // Eleven centres of their own; sixteen rows add to the kinds of a centre, four repeat ds3017.
    ["milano-csrc-cam", 31, 11, 0],
    // 17 of 30 facts stand in the strategy itself.
    ["milano-miovernet", 30, 13, 0],
    ["milano-spazi-wemi", 18, 18, 0],
    ["nil-municipio-overlap", 105, 0, 0],
    ["ds1303", 19, 19, 0],
    ["milano-services", 53, 53, 0],
    // Two roles stand in the partnership of the strategy, and one row is a group without names.
    ["milano-terzo-settore", 46, 43, 0],
    ["mef-income-classes", 96, 96, 0],
    ["istat-census-2011", 6093, 6093, 0],
  ]);
  expect(exitCode(report)).toBe(0);
});

testWithSharedData(
  "has nothing to say but the empty cells, the hours that nobody can be sure of or keep, and one office that lies elsewhere",
  async () => {
    const elsewhere = [
      "ds205",
      "ds205-2012-2023",
      "ds205-profile-2021",
      "ds41",
      "istat-census-2011",
      "mef-income-cap",
      "milano-csrc-cam",
      "milano-miovernet",
      "milano-services",
      "milano-spazi-wemi",
      "milano-terzo-settore",
      "omi-prices",
    ];
    // Their problems are in known-faults.test.ts.
    const first = report.sources.filter(({ source }) => !elsewhere.includes(source));
    expect(
      first.flatMap(({ problems }) => problems.map((p) => [p.severity, p.rule, p.line, p.column])),
    ).toEqual([
      ["WARNING", "HOURS_WHILE_CLOSED", 5, "Orari di apertura"],
      ["WARNING", "HOURS_NOT_UNDERSTOOD", 17, "Periodo di chiusura"],
      ["WARNING", "HOURS_NOT_UNDERSTOOD", 22, "Periodo di chiusura"],
      ["WARNING", "HOURS_WHILE_CLOSED", 29, "Orari di apertura"],
      ...Array(6).fill(["WARNING", "HOURS_NOT_UNDERSTOOD", 30, "Orari di apertura"]),
      ["NOTICE", "EMPTY_CELL", 7, "lat"],
      ["NOTICE", "EMPTY_CELL", 15, "lat"],
      ["NOTICE", "EMPTY_CELL", 17, "lat"],
      ["WARNING", "AREA_MISMATCH", 18, "nome"],
      ["NOTICE", "EMPTY_CELL", 20, "lat"],
    ]);
  },
);

testWithSharedData("keeps every problem as an issue of a record that is there", async () => {
  const { dataQualityIssues } = tableRepositories(table);
  const standing = await allNodes((page) => dataQualityIssues.page({ state: "STANDING" }, page));
  // What comes of comparing records of several files is no problem of one of them.
  const issues = standing.filter(({ sourceCode }) => sourceCode !== "hub-matching");
  const problems = report.sources.flatMap((source) => source.problems);
  const byRule = (list: readonly { readonly rule: string }[]) =>
    qualityRuleNames.map((rule) => [rule, list.filter((each) => each.rule === rule).length]);
  expect(byRule(issues)).toEqual(byRule(problems));
  expect(issues.map(({ code }) => code).sort()).toEqual(problems.map(({ issue }) => issue).sort());
  const { areas, centres, indicators, observations, services } = tableRepositories(table);
  expect(issues.filter(({ entity }) => entity === null).map(({ rule }) => rule)).toEqual([
    "PHONE_WITHOUT_PREFIX",
    "EMPTY_CELL",
    "EMPTY_CELL",
    ...Array(4).fill("NOT_HELD"),
    "EMPTY_CELL",
    "EMPTY_CELL",
    "NOT_HELD",
    "NOT_HELD",
    "EMPTY_CELL",
    "EMPTY_CELL",
    "EMPTY_CELL",
    "NOT_AN_AREA",
    "NOT_HELD",
    "NOT_HELD",
    "NOT_AN_AREA",
  ]);
  for (const { entity } of issues) {
    if (entity === null) continue;
    const [indicatorCode, areaCode, period] = entity.code.split("@");
    const [record] =
      entity.type === "Centre"
        ? await centres.byCodes([entity.code])
        : entity.type === "Service"
          ? await services.byCodes([entity.code])
          : entity.type === "Area"
            ? await areas.byCodes([entity.code])
            : entity.type === "IndicatorDefinition"
              ? await indicators.byCodes([entity.code])
              : await observations.byKeys([
                  { indicatorCode: indicatorCode!, areaCode: areaCode!, period: period! },
                ]);
    expect(record).not.toBeNull();
  }
});

testWithSharedData("names the centres with all hours inside their closures, and no other", () => {
  const found = report.sources.flatMap(({ problems }) =>
    problems.filter(({ rule }) => rule === "HOURS_WHILE_CLOSED"),
  );
  expect(found.map(({ about, message }) => [about!.code, message.split(":")[0]])).toEqual([
    [
      "ds3017:10",
      "From 2026-08-01 to 2026-08-31 these hours never apply on Mondays, Tuesdays, Wednesdays, Thursdays, Fridays",
    ],
    ["ds3017:53", "From 2026-08-31 to 2026-09-04 these hours never apply on Mondays"],
  ]);
});

testWithSharedData("has the population of the target quarters and of the city", async () => {
  expect(await value("residents", "nil:42", "2024")).toBe(29_331);
  expect(await value("residents_65plus", "nil:42", "2024")).toBe(6543);
  expect(await value("share_65plus", "nil:42", "2024")).toBeCloseTo(22.3, 1);
  expect(await value("residents", "nil:30", "2024")).toBe(19_666);
  expect(await value("residents_65plus", "nil:30", "2024")).toBe(4679);
  expect(await value("share_65plus", "nil:30", "2024")).toBeCloseTo(23.8, 1);
  expect(await value("alone_80plus_share", "nil:42", "2024")).toBeCloseTo(51.1, 1);
  expect(await value("one_person_hh_share", "comune:015146", "2024")).toBeCloseTo(55.5, 1);
  expect(await value("foreign_share", "nil:30", "2011")).toBeCloseTo(13.4, 1);
  const city = ["2011", "2016", "2020", "2024"].map((year) =>
    Promise.all(
      ["residents", "residents_65plus", "residents_80plus_alone"].map((code) =>
        value(code, "comune:015146", year),
      ),
    ),
  );
  expect(await Promise.all(city)).toEqual([
    [1_341_830, 317_135, 49_287],
    [1_368_590, 318_934, 52_885],
    [1_392_502, 313_175, 56_621],
    [1_407_044, 312_229, 57_073],
  ]);
});

testWithSharedData(
  "has the figures of the two quarters that the research prints, for every year",
  async () => {
    const years = ["2011", "2016", "2020", "2024"];
    const rounded = (indicator: string, area: string) =>
      Promise.all(years.map(async (year) => Number((await value(indicator, area, year))!.toFixed(1))));
    const [nil30, nil42, city] = ["nil:30", "nil:42", "comune:015146"] as const;
    expect(await rounded("share_65plus", nil30)).toEqual([31.1, 28.4, 25.5, 23.8]);
    expect(await rounded("share_65plus", nil42)).toEqual([23, 22.5, 22.2, 22.3]);
    expect(await rounded("share_65plus", city)).toEqual([23.6, 23.3, 22.5, 22.2]);
    expect(await rounded("residents_80plus", nil30)).toEqual([2099, 2457, 2384, 2077]);
    expect(await rounded("residents_80plus", nil42)).toEqual([2020, 2392, 2496, 2394]);
    const both = async (indicator: string) => {
      const all = await Promise.all([nil30, nil42, city].map((area) => rounded(indicator, area)));
      return all.map((of) => [of[0], of[3]]);
    };
    expect(await both("residents")).toEqual([
      [18_983, 19_666],
      [29_093, 29_331],
      [1_341_830, 1_407_044],
    ]);
    expect(await both("alone_80plus_share")).toEqual([
      [45.5, 50.4],
      [48.5, 51.1],
      [50.7, 48.7],
    ]);
    expect(await both("foreign_share")).toEqual([
      [13.4, 19.7],
      [17.3, 20.1],
      [17.7, 21.4],
    ]);
    const newest = async (indicator: string) => (await both(indicator)).map(([, last]) => last);
    expect(await newest("share_80plus")).toEqual([10.6, 8.2, 8.3]);
    expect(await newest("one_person_hh_share")).toEqual([50.5, 55.7, 55.5]);
    expect(await newest("residents_80plus_alone")).toEqual([1046, 1224, 57_073]);
  },
);

testWithSharedData(
  "has the series of ISTAT, whose ratios follow from its shares but for their rounding",
  async () => {
    const istat = async (code: string) => (await value(`istat_${code}`, "comune:015146", "2025"))!;
    const [young, middle, old] = [
      await istat("share_0_14"),
      await istat("share_15_64"),
      await istat("share_65plus"),
    ];
    expect([young, middle, old, await istat("mean_age")]).toEqual([12.1, 64.7, 23.2, 46.1]);
    expect([
      await istat("ageing_index"),
      await istat("dependency"),
      await istat("old_age_dependency"),
    ]).toEqual([191.2, 54.6, 35.8]);
    // From shares of one decimal: 191.7, 54.6, 35.9.
    expect(Math.abs((100 * old) / young - 191.2)).toBeLessThan(1);
    expect(Math.abs((100 * (old + young)) / middle - 54.6)).toBeLessThan(0.1);
    expect(Math.abs((100 * old) / middle - 35.8)).toBeLessThan(0.1);
  },
);

testWithSharedData("has taxpayers and incomes; who is in no class of income is fewer than 4 %", async () => {
  const mef = (code: string, year = "2023") => value(code, "comune:015146", year);
  expect([await mef("taxpayers"), await mef("taxpayers_in_classes")]).toEqual([1_047_822, 1_009_097]);
  expect(await mef("mean_taxable_income")).toBeCloseTo(38_988.7, 1);
  expect(await mef("mean_pension_income")).toBeCloseTo(28_371.1, 1);
  expect(await mef("low_income_taxpayers_share", "2012")).toBeCloseTo(25.09, 2);
  expect(await mef("low_income_taxpayers_share")).toBeCloseTo(21.51, 2);
  expect(await mef("low_income_15000_taxpayers_share")).toBeCloseTo(30.75, 2);
});

testWithSharedData("counts the older residents of NIL without a listed centre", async () => {
  const { areas, centres } = tableRepositories(table);
  const { edges } = await centres.page(
    { kindCodes: ["centre-kind:CASA_DI_QUARTIERE"] },
    { first: 100, after: null },
  );
  const withCentre = new Set(
    edges.flatMap(({ node }) => node.areaCodes.filter((code) => code.startsWith("nil:"))),
  );
  const all = await areas.all("NEIGHBOURHOOD");
  const without = await Promise.all(
    all
      .filter(({ code }) => !withCentre.has(code))
      .map(async ({ code, name }) => ({ name, older: (await value("residents_65plus", code, "2024")) ?? 0 })),
  );
  expect(withCentre.size).toBe(28);
  expect(without.reduce((sum, { older }) => sum + older, 0)).toBe(162_072);
  expect(
    without
      .sort((a, b) => b.older - a.older)
      .slice(0, 4)
      .map(({ older }) => older),
  ).toEqual([11_085, 8472, 7828, 7615]);
});

testWithSharedData("finds the surfaces that the city publishes in square metres", async () => {
  const [first, city] = await tableRepositories(table).areas.byCodes(["municipio:1", "comune:015146"]);
  // AREA of ds379 is right, Shape_Area about twice as much: README of the shared data.
  expect(first!.areaKm2! / 9.4268716).toBeCloseTo(1, 2);
  expect(city!.areaKm2!).toBeCloseTo(181.5, 0);
});

testWithSharedData("finds each of the 34 centres in its declared Municipio", async () => {
  const { edges } = await tableRepositories(table).centres.page(
    { kindCodes: ["centre-kind:CASA_DI_QUARTIERE"] },
    { first: 100, after: null },
  );
  const centres = edges.map(({ node }) => node);
  expect(centres).toHaveLength(34);
  for (const { code, position, areaCodes, declaredAreaCode } of centres) {
    expect([code, position === null]).toEqual([code, false]);
    expect(areaCodes).toEqual(["comune:015146", declaredAreaCode, expect.stringMatching(/^nil:\d+$/)]);
  }
  expect(centres.filter(({ kindHistory }) => kindHistory.length > 1)).toHaveLength(18);
});

testWithSharedData(
  "finds the 19 social work offices, four without a point and one in another Municipio",
  async () => {
    const { centres, serviceListings, services, servicesAtLocation } = tableRepositories(table);
    const request = { first: 100, after: null };
    const { edges } = await centres.page({ kindCodes: ["centre-kind:SSPT_OFFICE"] }, request);
    const found = edges.map(({ node }) => node);
    expect(found).toHaveLength(19);
    expect(
      found
        .filter(({ position }) => position === null)
        .map(({ code }) => code)
        .sort(),
    ).toEqual([
      "ds1303:via-adolfo-consolini-24",
      "ds1303:via-antonio-aldini-72",
      "ds1303:via-augusto-anfossi-25",
      "ds1303:via-sant-arnaldo-17",
    ]);
    const elsewhere = found.filter(
      ({ areaCodes, declaredAreaCode }) => !areaCodes.includes(declaredAreaCode!),
    );
    expect(elsewhere).toMatchObject([
      {
        code: "ds1303:via-cesare-brivio-4",
        name: "Servizio Sociale Municipio 9",
        declaredAreaCode: "municipio:9",
        areaCodes: ["comune:015146", "municipio:8", "nil:71"],
        position: { latitude: 45.502323, longitude: 9.143316 },
      },
    ]);
    const [service] = await services.byCodes(["ds1303:sspt"]);
    expect(service).toMatchObject({ freeOfCharge: "UNKNOWN", phones: [{ number: "020202" }] });
    expect(service!.serviceAreaCodes).toHaveLength(9);
    const [listing] = await serviceListings.byCodes(["ds1303:sspt"]);
    expect(listing!.locationCodes).toHaveLength(19);
    // The city, its 9 Municipi and, by their overlaps, its 88 NIL.
    expect(listing!.areaCodes).toHaveLength(1 + 9 + 88);
    const locations = await servicesAtLocation.byCodes(listing!.locationCodes);
    expect(locations.filter((location) => location!.openingHoursNote !== null)).toHaveLength(19);
  },
);
