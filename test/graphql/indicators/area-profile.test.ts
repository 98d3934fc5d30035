import { figuresOf, saveEmptyCity, saveFigures } from "../../support/figures";
import { startHub } from "../../support/hub";
import { twoDistricts } from "../../support/two-districts";

const compare = (areas: readonly string[], indicators: readonly string[] | null, fields: string) =>
  `{ areas(filter: { codes: ${JSON.stringify(areas)} }) { nodes { code profile(${
    indicators === null ? "" : `indicators: ${JSON.stringify(indicators)}, `
  }period: "2024") { ${fields} } } } }`;
const nil = (...numbers: number[]): string[] => numbers.map((i) => `nil:${i}`);

interface Compared {
  readonly areas: { readonly nodes: { readonly code: string; readonly profile: Record<string, object> }[] };
}

test("values of areas beside their city: a difference for ratios, a share for counts, a note for missing ones", async () => {
  const hub = await twoDistricts();
  const { data, errors } = await hub.ask<Compared>(
    compare(
      nil(4, 3),
      ["residents", "share"],
      `coverage { expected present } cells { observation { indicator { code } value status note { en } sourceRefs { code } }
       city { value } differenceToCity shareOfCity rank decile ranked exclusion }`,
    ),
  );
  expect(errors).toBeUndefined();
  const cell = (indicator: string, value: number | null, over: object, observation: object = {}) => ({
    observation: {
      indicator: { code: indicator },
      value,
      status: value === null ? "MISSING" : "NORMAL",
      note: null,
      sourceRefs: [{ code: "test" }],
      ...observation,
    },
    city: { value: indicator === "share" ? 21 : 10_000 },
    differenceToCity: null,
    shareOfCity: null,
    rank: value === null ? null : 1,
    decile: null,
    ranked: 3,
    exclusion: value === null ? "NO_VALUE" : null,
    ...over,
  });
  const nothing = { note: { en: "The hub has no value for this period." }, sourceRefs: [] };
  // By number, as every list of areas.
  expect(data?.areas.nodes).toEqual([
    {
      code: "nil:3",
      profile: {
        coverage: { expected: 2, present: 0 },
        cells: [cell("residents", null, {}, { note: { en: "Blank." } }), cell("share", null, {}, nothing)],
      },
    },
    {
      code: "nil:4",
      profile: {
        coverage: { expected: 2, present: 2 },
        cells: [cell("residents", 4_000, { shareOfCity: 0.4 }), cell("share", 40, { differenceToCity: 19 })],
      },
    },
  ]);
});

test("the same as a flat table", async () => {
  const hub = await twoDistricts();
  const { data } = await hub.ask<{ areas: { nodes: { profile: { flat: Flat } }[] } }>(
    compare(nil(1, 2), ["share"], "flat { columns { name } rows }"),
  );
  const row = (i: number) => ({
    area: `nil:${i}`,
    areaName: `NIL ${i}`,
    indicator: "share",
    unit: "percent",
    period: "2024",
    value: 10 * i,
    rank: 4 - (i === 1 ? 1 : 2),
    decile: null,
    exclusion: null,
    city: 21,
    differenceToCity: 10 * i - 21,
    shareOfCity: null,
    change: null,
    // The other two ranked areas as one: (400 + 1,600) / (2,000 + 4,000), and (100 + 1,600) / (1,000 + 4,000).
    peers: i === 1 ? (100 * 2_000) / 6_000 : 34,
    status: "NORMAL",
    note: null,
    sources: "test",
  });
  const flat = data!.areas.nodes.map(({ profile }) => profile.flat);
  expect(flat.flatMap(({ rows }) => rows)).toEqual([row(1), row(2)]);
  expect(flat[0]!.columns.map(({ name }) => name)).toEqual(Object.keys(row(1)));
});

interface Flat {
  readonly columns: { readonly name: string }[];
  readonly rows: object[];
}

test("a profile has each indicator in its newest period, with city, level and change", async () => {
  const hub = await startHub();
  await saveFigures(hub.table, figuresOf(await saveEmptyCity(hub.table, 4)));
  const profile = (area: string, args = "") =>
    hub.ask<{ area: { profile: { cells: object[] } } }>(
      `{ area(code: "${area}") { profile${args} { cells { observation { period value status indicator { code } } rank ranked
        exclusion level { value weighting coverage { expected present } } city { value }
        change { fromPeriod toPeriod absolute relative } cityChange { absolute } } } } }`,
    );
  const level = (value: number, present: number) => ({
    value,
    weighting: "EQUAL",
    coverage: { expected: 4, present },
  });
  const span = { fromPeriod: "2011", toPeriod: "2024" };
  const residents = {
    observation: { period: "2024", value: 5_000, status: "NORMAL", indicator: { code: "residents" } },
    rank: 1,
    ranked: 3,
    exclusion: null,
    level: level(5_000, 3),
    city: null,
    change: { ...span, absolute: 0, relative: 0 },
    cityChange: null,
  };
  const { data, errors } = await profile("nil:4");
  expect(errors).toBeUndefined();
  expect(data?.area.profile.cells).toEqual([
    residents,
    {
      // 3 * 7 % 11 + 1 and 2 * 7 % 11 + 1: the first has few residents, the second no value.
      observation: { period: "2024", value: 11, status: "NORMAL", indicator: { code: "share" } },
      rank: 1,
      ranked: 2,
      exclusion: null,
      level: level(7.5, 2),
      city: { value: 7.5 },
      change: { ...span, absolute: 1, relative: 0.1 },
      cityChange: { absolute: 0 },
    },
  ]);
  // Without names the missing ones are left out; with names they are cells.
  expect((await profile("nil:2")).data?.area.profile.cells).toEqual([residents]);
  const named = await profile("nil:2", `(indicators: ["share"], period: "1999")`);
  expect(named.data?.area.profile.cells).toMatchObject([
    { observation: { period: "1999", value: null, status: "MISSING" }, exclusion: "NO_VALUE" },
  ]);
  const early = await profile("nil:1", `(period: "2011", indicators: ["share"])`);
  expect(early.data?.area.profile.cells).toMatchObject([
    { observation: { period: "2011", value: 0 }, rank: null, exclusion: "FEW_RESIDENTS" },
  ]);
  // A city is one of the cities; nobody counted its residents.
  const city = await profile("comune:1", `(indicators: ["share"])`);
  expect(city.data?.area.profile.cells).toMatchObject([
    { observation: { value: 7.5 }, rank: null, exclusion: "RESIDENTS_UNKNOWN", city: null },
  ]);
});

test("rejects unknown areas and indicators, and too many", async () => {
  const hub = await twoDistricts();
  const many = Array.from({ length: 101 }, (_, i) => i + 1);
  for (const [query, code] of [
    [compare([], ["share"], "method"), "BAD_USER_INPUT"],
    [compare(nil(...many), ["share"], "method"), "BAD_USER_INPUT"],
    [compare(nil(1, 2), [], "method"), "BAD_USER_INPUT"],
    [compare(nil(1, 2), ["none"], "method"), "UNKNOWN_CODE"],
    [compare(["nil:1", "nil:99"], ["share"], "method"), "UNKNOWN_CODE"],
    [`{ area(code: "nil:1") { series(indicator: "none") { method } } }`, "UNKNOWN_CODE"],
  ]) {
    const { errors } = await hub.ask(query!);
    expect([query, errors?.[0]?.extensions?.code]).toEqual([query, code]);
  }
});

test("areas with some codes, of one level if asked, and by their last change", async () => {
  const hub = await twoDistricts();
  const codes = `codes: ["nil:4", "municipio:2", "nil:1", "nil:4"]`;
  const list = async (args: string) =>
    (
      await hub.ask<{ areas: { totalCount: number; nodes: { code: string }[] } }>(
        `{ areas(${args}) { totalCount nodes { code } } }`,
      )
    ).data?.areas;
  const found = (...all: string[]) => ({ totalCount: all.length, nodes: all.map((code) => ({ code })) });
  expect(await list(`filter: { ${codes} }`)).toEqual(found("municipio:2", "nil:1", "nil:4"));
  expect(await list(`filter: { ${codes}, level: NEIGHBOURHOOD }`)).toEqual(found("nil:1", "nil:4"));
  expect(await list(`filter: { ${codes} }, sort: UPDATED`)).toMatchObject({ totalCount: 3 });
  expect(await list(`filter: { ${codes} }, updatedSince: "2026-01-01T00:00:00Z"`)).toMatchObject({
    totalCount: 3,
  });
  expect(await list(`filter: { ${codes} }, updatedSince: "2030-01-01T00:00:00Z"`)).toEqual(found());
  expect(await list("filter: { level: DISTRICT }")).toEqual(found("municipio:1", "municipio:2"));
});
