import { twoDistricts } from "../../support/two-districts";

const compare = (areas: readonly string[], indicators: readonly string[], fields: string) =>
  `{ compareAreas(areas: ${JSON.stringify(areas)}, indicators: ${JSON.stringify(indicators)}, period: "2024") { ${fields} } }`;
const nil = (...numbers: number[]): string[] => numbers.map((i) => `nil:${i}`);

test("values of areas beside their city: a difference for ratios, a share for counts, a reason for missing ones", async () => {
  const hub = await twoDistricts();
  const { data, errors } = await hub.ask(
    compare(
      nil(4, 3),
      ["residents", "share"],
      `areas { code } indicators { code } period minimumResidents coverage { expected present }
       cells { area { code } indicator { code } value status reason { en } observation { sourceRefs { code } }
               cityObservation { value } differenceToCity shareOfCity standing { rank decile ranked exclusion } }`,
    ),
  );
  expect(errors).toBeUndefined();
  const cell = (area: number, indicator: string, value: number | null, over: object) => ({
    area: { code: `nil:${area}` },
    indicator: { code: indicator },
    value,
    status: value === null ? "MISSING" : "NORMAL",
    reason: null,
    observation: { sourceRefs: [{ code: "test" }] },
    cityObservation: { value: indicator === "share" ? 21 : 10_000 },
    differenceToCity: null,
    shareOfCity: null,
    standing: {
      rank: value === null ? null : 1,
      decile: null,
      ranked: 3,
      exclusion: value === null ? "NO_VALUE" : null,
    },
    ...over,
  });
  expect(data?.compareAreas).toEqual({
    areas: [{ code: "nil:4" }, { code: "nil:3" }],
    indicators: [{ code: "residents" }, { code: "share" }],
    period: "2024",
    minimumResidents: 700,
    coverage: { expected: 4, present: 2 },
    cells: [
      cell(4, "residents", 4_000, { shareOfCity: 0.4 }),
      cell(4, "share", 40, { differenceToCity: 19 }),
      cell(3, "residents", null, { reason: { en: "Blank." } }),
      cell(3, "share", null, { reason: { en: "The hub has no value for this period." }, observation: null }),
    ],
  });
});

test("the same as a flat table", async () => {
  const hub = await twoDistricts();
  const { data } = await hub.ask<{ compareAreas: { flat: { columns: { name: string }[]; rows: object[] } } }>(
    compare(nil(1, 2), ["share"], "flat { columns { name } rows }"),
  );
  const { columns, rows } = data!.compareAreas.flat;
  const row = (i: number) => ({
    area: `nil:${i}`,
    areaName: `NIL ${i}`,
    indicator: "share",
    unit: "percent",
    period: "2024",
    value: 10 * i,
    city: 21,
    differenceToCity: 10 * i - 21,
    shareOfCity: null,
    status: "NORMAL",
    reason: null,
    sources: "test",
  });
  expect(rows).toEqual([row(1), row(2)]);
  expect(columns.map(({ name }) => name)).toEqual(Object.keys(row(1)));
});

test("a comparison is one batch each of areas, indicators and observations; ranks cost a Query per list", async () => {
  for (const size of [4, 20]) {
    const hub = await twoDistricts(size);
    const areas = nil(...Array.from({ length: size }, (_, i) => i + 1));
    await hub.ask(
      compare(areas, ["residents", "share", "index"], "cells { value cityObservation { value } }"),
    );
    expect(hub.table.meter.calls).toEqual({ BatchGet: 3 });
    hub.table.meter.reset();
    await hub.ask(compare(areas, ["residents", "share", "index"], "cells { standing { rank } }"));
    // Areas of the level, and the three indicators, residents included.
    expect(hub.table.meter.calls).toEqual({ Get: 1, BatchGet: 3, Query: 4 });
  }
});

test("rejects a single area, unknown areas, and too many", async () => {
  const hub = await twoDistricts();
  const many = Array.from({ length: 21 }, (_, i) => i + 1);
  for (const [query, code] of [
    [compare(nil(1), ["share"], "period"), "BAD_USER_INPUT"],
    [compare(nil(1, 1), ["share"], "period"), "BAD_USER_INPUT"],
    [compare(nil(...many), ["share"], "period"), "BAD_USER_INPUT"],
    [compare(nil(1, 2), [], "period"), "BAD_USER_INPUT"],
    [compare(nil(1, 2), ["none"], "period"), "UNKNOWN_CODE"],
    [compare(["nil:1", "nil:99"], ["share"], "period"), "UNKNOWN_CODE"],
  ]) {
    const { errors } = await hub.ask(query!);
    expect([query, errors?.[0]?.extensions?.code]).toEqual([query, code]);
  }
});
