import { twoDistricts } from "../../support/two-districts";

const services = (args: string, fields: string) =>
  `{ ratios(of: SERVICES, per: "residents", period: "2024", ${args}) { ${fields} } }`;

const cells =
  "cells { area { code } careDomain count people { value status isPublished coverage { expected present } } value status reason { en } isUnstable }";

test("services per 1,000 residents: zero cells, the reason for a missing ratio, each area with its own people", async () => {
  const hub = await twoDistricts();
  const query = services(
    "groupBy: [AREA]",
    `total coverage { expected present } peopleCoverage { expected present } ${cells}`,
  );
  const { data, errors } = await hub.ask(query);
  expect(errors).toBeUndefined();
  const people = (value: number | null) => ({
    value,
    status: value === null ? "MISSING" : "NORMAL",
    isPublished: true,
    coverage: null,
  });
  const cell = (
    area: number | null,
    count: number,
    value: number | null,
    of: unknown,
    reason: string | null,
  ) => ({
    area: area && { code: `nil:${area}` },
    careDomain: null,
    count,
    people: of,
    value,
    status: value === null ? "MISSING" : "NORMAL",
    reason: reason && { en: reason },
    isUnstable: false,
  });
  expect(data?.ratios).toEqual({
    total: 3,
    coverage: { expected: 3, present: 2 },
    peopleCoverage: { expected: 4, present: 3 },
    cells: [
      cell(1, 2, 2, people(1_000), null),
      cell(2, 1, 0.5, people(2_000), null),
      cell(3, 0, null, people(null), "Blank."),
      cell(4, 0, 0, people(4_000), null),
      cell(null, 1, null, null, "The area is not known."),
    ],
  });
  // Services, their items, areas, numbers, and the indicator.
  expect(hub.table.meter.calls).toEqual({ Get: 1, Query: 3, BatchGet: 2 });
});

test("a district has the people of its parts by their shares, marked as estimated", async () => {
  const hub = await twoDistricts();
  const fields =
    "cells { count value status people { value parts { areaCode share } coverage { expected present } note { en } sourceRefs { code } } }";
  const { data } = await hub.ask(
    services('groupBy: [AREA], level: DISTRICT, areas: ["municipio:2"]', `total ${fields}`),
  );
  expect(data?.ratios).toEqual({
    total: 1,
    cells: [
      {
        count: 1,
        value: 1_000 / 4_400,
        status: "ESTIMATED",
        people: {
          value: 4_400,
          parts: [
            { areaCode: "nil:1", share: 0.4 },
            { areaCode: "nil:3", share: 1 },
            { areaCode: "nil:4", share: 1 },
          ],
          coverage: { expected: 3, present: 2 },
          note: {
            en: "Estimated: areas that lie only partly in it count with the share of their surface. Without nil:3.",
          },
          sourceRefs: [{ code: "test" }, { code: "shares" }],
        },
      },
    ],
  });
});

test("without areas the people are the published ones of the city", async () => {
  const hub = await twoDistricts();
  const { data } = await hub.ask<{ ratios: { cells: { count: number }[] } }>(
    services(
      "groupBy: [CARE_DOMAIN]",
      "peopleCoverage { expected present } cells { careDomain count value people { value isPublished } }",
    ),
  );
  const { cells: all } = data!.ratios;
  expect(all).toHaveLength(9);
  const people = { value: 10_000, isPublished: true };
  expect(all.filter(({ count }) => count > 0)).toEqual([
    { careDomain: "CIVIC", count: 1, value: 0.1, people },
    { careDomain: "HEALTH", count: 3, value: 0.3, people },
  ]);
});

test("centres by kind on a day, and the same as a flat table", async () => {
  const hub = await twoDistricts();
  const { data, errors } = await hub.ask(
    `{ ratios(of: CENTRES, groupBy: [AREA, KIND], per: "residents", period: "2024", on: "2026-11-22", level: DISTRICT) {
       on flat { columns { name type unit { code } } rows } } }`,
  );
  expect(errors).toBeUndefined();
  const row = (area: number, kind: string | null, count: number, people: number) => ({
    area: `municipio:${area}`,
    areaName: `Municipio ${area}`,
    kind,
    kindName: kind && "Casa",
    count,
    people,
    period: "2024",
    value: (1_000 * count) / people,
    status: "ESTIMATED",
    reason: expect.stringMatching(/^Estimated: /),
    isUnstable: false,
  });
  const text = (name: string) => ({ name, type: "TEXT", unit: null });
  expect(data?.ratios).toEqual({
    on: "2026-11-22",
    flat: {
      columns: [
        ...["area", "areaName", "kind", "kindName"].map(text),
        { name: "count", type: "NUMBER", unit: { code: "centres" } },
        { name: "people", type: "NUMBER", unit: { code: "persons" } },
        text("period"),
        { name: "value", type: "NUMBER", unit: { code: "centres per 1000 (residents)" } },
        text("status"),
        text("reason"),
        { name: "isUnstable", type: "BOOLEAN", unit: null },
      ],
      rows: [
        row(1, "centre-kind:HUB", 0, 2_600),
        row(2, "centre-kind:HUB", 1, 4_400),
        row(1, null, 1, 2_600),
      ],
    },
  });
});

test("ratios cost the same calls for 4 areas as for 60", async () => {
  for (const size of [4, 60]) {
    const hub = await twoDistricts(size);
    await hub.ask(services("groupBy: [AREA, CARE_DOMAIN], level: DISTRICT", cells));
    // Services, districts, their numbers, neighbourhoods, their numbers; indicator, services, overlaps.
    expect(hub.table.meter.calls).toEqual({ Get: 1, Query: 5, BatchGet: 3 });
  }
});

test("rejects requests without a ratio", async () => {
  const hub = await twoDistricts();
  for (const [query, code, where] of [
    [services("groupBy: [KIND]", "total"), "BAD_USER_INPUT", "groupBy"],
    [services("groupBy: [AREA]", "total").replace('"residents"', '"share"'), "BAD_USER_INPUT", "per"],
    [services("groupBy: [AREA]", "total").replace('"residents"', '"nothing"'), "UNKNOWN_CODE", "per"],
    [services('groupBy: [], areas: ["nil:1"]', "total"), "BAD_USER_INPUT", "areas"],
    [services('groupBy: [AREA], areas: ["municipio:1"]', "total"), "UNKNOWN_CODE", "areas"],
    [services('groupBy: [], on: "2026"', "total").replace("SERVICES", "CENTRES"), "BAD_USER_INPUT", "on"],
  ]) {
    const { errors } = await hub.ask(query!);
    expect([query, errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.where]).toEqual([
      query,
      code,
      where,
    ]);
  }
});
