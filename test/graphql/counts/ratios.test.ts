import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { anObservation } from "../../support/builders";
import { twoDistricts } from "../../support/two-districts";

const related = (args: string, fields: string, measure = "SERVICES") =>
  `{ aggregate(input: { measures: [${measure}], per: { indicator: "residents", period: "2024" }, ${args} }) { ${fields} } }`;

const ratio =
  "value numerator denominator status reason { en } isUnstable coverage { expected present } parts { areaCode share } sourceRefs { code }";
const cells = `cells { groups { code } values { ${ratio} } }`;

test("services per 1,000 residents: zero cells, the reason for a missing ratio, each area with its own people", async () => {
  const hub = await twoDistricts();
  const { data, errors } = await hub.ask(
    related(
      "groupBy: [AREA]",
      `per { indicator { code } period factor coverage { expected present } }
       measures { unit { code name { it en } } total { ${ratio} } } ${cells}`,
    ),
  );
  expect(errors).toBeUndefined();
  const cell = (
    area: number | null,
    numerator: number,
    denominator: number | null,
    value: number | null,
    reason: string | null,
  ) => ({
    groups: [{ code: area && `nil:${area}` }],
    values: [
      {
        value,
        numerator,
        denominator,
        status: value === null ? "MISSING" : "NORMAL",
        reason: reason && { en: reason },
        isUnstable: false,
        coverage: null,
        parts: [],
        sourceRefs: area === null ? [] : [{ code: "test" }],
      },
    ],
  });
  expect(data?.aggregate).toEqual({
    per: {
      indicator: { code: "residents" },
      period: "2024",
      factor: 1_000,
      coverage: { expected: 4, present: 3 },
    },
    measures: [
      {
        unit: {
          code: "services per 1000 (residents)",
          name: { it: "servizi ogni 1.000 (Residenti)", en: "services per 1,000 (Residents)" },
        },
        // Each service once, and the people of the city as published.
        total: {
          ...cell(1, 3, 10_000, 0.3, null).values[0],
          coverage: { expected: 3, present: 2 },
        },
      },
    ],
    cells: [
      cell(1, 2, 1_000, 2, null),
      cell(2, 1, 2_000, 0.5, null),
      cell(3, 0, null, null, "Blank."),
      cell(4, 0, 4_000, 0, null),
      cell(null, 1, null, null, "The area is not known."),
    ],
  });
});

test("a district has the people of its parts by their shares, marked as estimated", async () => {
  const hub = await twoDistricts();
  const { data } = await hub.ask(
    related(
      'groupBy: [AREA], level: DISTRICT, filter: [{ dimension: AREA, codes: ["municipio:2"] }]',
      `measures { total { value numerator denominator } } ${cells}`,
    ),
  );
  expect(data?.aggregate).toEqual({
    measures: [{ total: { value: 1_000 / 4_400, numerator: 1, denominator: 4_400 } }],
    cells: [
      {
        groups: [{ code: "municipio:2" }],
        values: [
          {
            value: 1_000 / 4_400,
            numerator: 1,
            denominator: 4_400,
            status: "ESTIMATED",
            reason: {
              en: "Estimated: areas that lie only partly in it count with the share of their surface. Without nil:3.",
            },
            isUnstable: false,
            coverage: { expected: 3, present: 2 },
            parts: [
              { areaCode: "nil:1", share: 0.4 },
              { areaCode: "nil:3", share: 1 },
              { areaCode: "nil:4", share: 1 },
            ],
            sourceRefs: [{ code: "test" }, { code: "shares" }],
          },
        ],
      },
    ],
  });
});

test("without areas the people are the published ones of the city; of some areas their sum", async () => {
  const hub = await twoDistricts();
  const ask = async (args: string) => {
    const { data } = await hub.ask<{
      aggregate: { cells: { groups: { code: string }[]; values: { numerator: number }[] }[] };
    }>(related(args, "cells { groups { code } values { numerator denominator value } }"));
    const all = data!.aggregate.cells;
    expect(all).toHaveLength(9);
    return all.flatMap(({ groups, values }) =>
      values[0]!.numerator > 0 ? [[groups[0]!.code, values[0]]] : [],
    );
  };
  expect(await ask("groupBy: [CARE_DOMAIN]")).toEqual([
    ["CIVIC", { numerator: 1, denominator: 10_000, value: 0.1 }],
    ["HEALTH", { numerator: 3, denominator: 10_000, value: 0.3 }],
  ]);
  const two = 'filter: [{ dimension: AREA, codes: ["nil:1", "nil:4"] }]';
  expect(await ask(`groupBy: [CARE_DOMAIN], ${two}`)).toEqual([
    ["CIVIC", { numerator: 1, denominator: 5_000, value: 0.2 }],
    ["HEALTH", { numerator: 2, denominator: 5_000, value: 0.4 }],
  ]);
});

test("a ratio has another factor on request, and is unstable for few people", async () => {
  const hub = await twoDistricts();
  await saveAll(hub.table, codecs.observation, [anObservation({ areaCode: "nil:2", value: 49 })], {
    origin: "later",
    now: "2026-02-01T00:00:00Z",
  });
  const of = 'groupBy: [AREA], filter: [{ dimension: AREA, codes: ["nil:1", "nil:2"] }]';
  const { data } = await hub.ask(
    related(of, "per { factor } cells { values { value isUnstable } }").replace(
      '"2024"',
      '"2024", factor: 100',
    ),
  );
  expect(data?.aggregate).toEqual({
    per: { factor: 100 },
    cells: [
      { values: [{ value: 0.2, isUnstable: false }] },
      { values: [{ value: 100 / 49, isUnstable: true }] },
    ],
  });
});

test("centres by kind on a day, and the same as a flat table", async () => {
  const hub = await twoDistricts();
  const { data, errors } = await hub.ask(
    related(
      'groupBy: [AREA, KIND], on: "2026-11-22", level: DISTRICT',
      "on flat { columns { name type unit { code } } rows }",
      "CENTRES",
    ),
  );
  expect(errors).toBeUndefined();
  const row = (area: number, kind: string | null, count: number, people: number) => ({
    area: `municipio:${area}`,
    areaName: `Municipio ${area}`,
    kind,
    kindName: kind && "Casa",
    centres: (1_000 * count) / people,
    centresStatus: "ESTIMATED",
    centresNumerator: count,
    centresDenominator: people,
    centresReason: expect.stringMatching(/^Estimated: /),
    centresIsUnstable: false,
  });
  const text = (name: string) => ({ name, type: "TEXT", unit: null });
  expect(data?.aggregate).toEqual({
    on: "2026-11-22",
    flat: {
      columns: [
        ...["area", "areaName", "kind", "kindName"].map(text),
        { name: "centres", type: "NUMBER", unit: { code: "centres per 1000 (residents)" } },
        text("centresStatus"),
        { name: "centresNumerator", type: "NUMBER", unit: { code: "centres" } },
        { name: "centresDenominator", type: "NUMBER", unit: { code: "persons" } },
        text("centresReason"),
        { name: "centresIsUnstable", type: "BOOLEAN", unit: null },
      ],
      rows: [
        row(1, "centre-kind:HUB", 0, 2_600),
        row(2, "centre-kind:HUB", 1, 4_400),
        row(1, null, 1, 2_600),
      ],
    },
  });
});
