import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { anObservation } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { twoDistricts } from "../../support/two-districts";

const fields = `measures { measure unit { code } dimensions total { value status reason { en } coverage { expected present } } }
  cells { groups { dimension code name { it en } } values { measure value status reason { en } coverage { expected present } parts { areaCode share } sourceRefs { code } } }`;
const aggregate = (args: string, asked = fields) => {
  const level = args.includes("level: ") ? "" : ", level: DISTRICT";
  return `{ aggregate(input: { ${args}${level} }) { ${asked} } }`;
};

interface Told {
  readonly value: number | null;
  readonly status: string;
}
interface AggregateData {
  readonly aggregate: {
    readonly measures: readonly { readonly measure: string; readonly total: Told }[];
    readonly cells: readonly {
      readonly groups: readonly { readonly code: string | null }[];
      readonly values: readonly Told[];
    }[];
  };
}
/** Each cell in a line: its groups, and the number or the state of each measure. */
async function linesOf(hub: TestHub, args: string): Promise<string[]> {
  const { data, errors } = await hub.ask<AggregateData>(aggregate(args));
  expect(errors).toBeUndefined();
  const { cells, measures } = data!.aggregate;
  const show = ({ value, status }: Told) => (status === "NORMAL" ? `${value}` : `${value} ${status}`);
  return [
    ...cells.map(({ groups, values }) =>
      [...groups.map(({ code }) => code ?? "?"), ...values.map(show)].join(" | "),
    ),
    ["total", ...measures.map(({ total }) => show(total))].join(" | "),
  ];
}

test("centres and services side by side: zero cells, and unknown groups separately", async () => {
  const hub = await twoDistricts();
  const on = 'on: "2026-11-22"';
  expect(await linesOf(hub, `measures: [CENTRES, SERVICES], groupBy: [AREA], ${on}`)).toEqual([
    "municipio:1 | 1 | 2",
    "municipio:2 | 1 | 1",
    "? | null MISSING | 1",
    "total | 2 | 3",
  ]);
  expect(await linesOf(hub, `measures: [CENTRES], groupBy: [KIND, AREA], ${on}`)).toEqual([
    "centre-kind:HUB | municipio:1 | 0",
    "centre-kind:HUB | municipio:2 | 1",
    "? | municipio:1 | 1",
    "total | 2",
  ]);
  expect(
    await linesOf(
      hub,
      'measures: [SERVICES], groupBy: [ORGANIZATION], filter: [{ dimension: CARE_DOMAIN, codes: ["HEALTH"] }, { dimension: AREA, codes: ["municipio:1"] }]',
    ),
  ).toEqual(["bureau | 2", "other | 0", "total | 2"]);
  expect(await linesOf(hub, "measures: [SERVICES], groupBy: []")).toEqual(["3", "total | 3"]);
});

test("the codes of a filter have any usual spelling, also where counts are related to people", async () => {
  const hub = await twoDistricts();
  const per = 'per: { indicator: "residents", period: "2024" }';
  const linesWith = (area: string, domain: string) =>
    linesOf(
      hub,
      `measures: [SERVICES], groupBy: [AREA], ${per}, filter: [{ dimension: AREA, codes: ["${area}"] }, { dimension: CARE_DOMAIN, codes: ["${domain}"] }]`,
    );
  const usual = await linesWith("municipio:1", "HEALTH");
  expect(usual).toEqual([expect.stringMatching(/^municipio:1 \| \d/), expect.stringMatching(/^total \| \d/)]);
  expect(await linesWith(" MUNICIPIO:01", "health")).toEqual(usual);
});

test("an answer repeats the request, and each measure reports its coverage", async () => {
  const hub = await twoDistricts();
  const { data } = await hub.ask(
    aggregate(
      'measures: [SERVICES], groupBy: [AREA], on: "2026-11-22", filter: [{ dimension: AREA, codes: ["municipio:2"] }]',
      `${fields} groupBy filter { dimension codes } level city on strategy budgetVersion indicator per { factor }`,
    ),
  );
  const value = { value: 1, status: "NORMAL", reason: null };
  expect(data?.aggregate).toEqual({
    measures: [
      {
        measure: "SERVICES",
        unit: { code: "services" },
        dimensions: ["AREA", "CARE_DOMAIN", "ORGANIZATION", "STATUS", "TARGET_GROUP"],
        total: { ...value, coverage: { expected: 1, present: 1 } },
      },
    ],
    groupBy: ["AREA"],
    filter: [{ dimension: "AREA", codes: ["municipio:2"] }],
    level: "DISTRICT",
    city: null,
    on: "2026-11-22",
    strategy: null,
    budgetVersion: null,
    indicator: null,
    per: null,
    cells: [
      {
        groups: [{ dimension: "AREA", code: "municipio:2", name: { it: "Municipio 2", en: "Municipio 2" } }],
        values: [{ measure: "SERVICES", ...value, coverage: null, parts: [], sourceRefs: [] }],
      },
    ],
  });
});

const period = (...codes: string[]) => `{ dimension: PERIOD, codes: ${JSON.stringify(codes)} }`;

test("a value of a district is computed by the rule of its indicator, and never a mean of ratios", async () => {
  const hub = await twoDistricts();
  const of = (indicator: string, rest: string) =>
    linesOf(hub, `measures: [OBSERVATION], indicator: "${indicator}", filter: [${period("2024")}], ${rest}`);
  expect(await of("residents", "groupBy: [AREA]")).toEqual([
    "municipio:1 | 2600 ESTIMATED",
    "municipio:2 | 4400 ESTIMATED",
    "total | 7000 ESTIMATED",
  ]);
  // 100 x (0.6 x 100 + 400) / (0.6 x 1000 + 2000), and the like.
  expect(await of("share", "groupBy: [AREA]")).toEqual([
    `municipio:1 | ${(100 * 460) / 2_600} ESTIMATED`,
    `municipio:2 | ${(100 * 1_640) / 4_400} ESTIMATED`,
    "total | 30 ESTIMATED",
  ]);
  expect(await of("index", "groupBy: [AREA], level: NEIGHBOURHOOD")).toEqual([
    "nil:1 | 1",
    "nil:2 | 2",
    "nil:3 | 3",
    "nil:4 | 4",
    "total | null MISSING",
  ]);
  expect(await of("residents", "groupBy: [], level: NEIGHBOURHOOD")).toEqual([
    "7000 PROVISIONAL",
    "total | 7000 PROVISIONAL",
  ]);
  expect(await of("residents", "groupBy: [PERIOD, AREA], level: CITY")).toEqual([
    "2024 | comune:1 | 10000",
    "total | 10000",
  ]);
});

test("periods are shown side by side and never summed", async () => {
  const hub = await twoDistricts();
  expect(
    await linesOf(
      hub,
      `measures: [OBSERVATION], groupBy: [PERIOD], level: CITY, indicator: "residents", filter: [${period("2023", "2024")}]`,
    ),
  ).toEqual(["2023 | null MISSING", "2024 | 10000", "total | null MISSING"]);
});

test("a city without a value of its own is the sum of its neighbourhoods, and reports what it lacks", async () => {
  const hub = await twoDistricts();
  const earlier = [1, 2].map((i) => anObservation({ areaCode: `nil:${i}`, period: "2020", value: 10 * i }));
  await saveAll(hub.table, codecs.observation, earlier, { origin: "earlier", now: "2026-01-01T00:00:00Z" });
  const { data } = await hub.ask(
    aggregate(
      `measures: [OBSERVATION], groupBy: [AREA], level: CITY, indicator: "residents", filter: [${period("2020")}]`,
      "cells { values { value status reason { en } coverage { expected present } parts { areaCode share } } }",
    ),
  );
  expect(data?.aggregate).toEqual({
    cells: [
      {
        values: [
          {
            value: 30,
            status: "PROVISIONAL",
            reason: { en: "Without nil:3, nil:4." },
            coverage: { expected: 4, present: 2 },
            parts: [1, 2, 3, 4].map((i) => ({ areaCode: `nil:${i}`, share: 1 })),
          },
        ],
      },
    ],
  });
});

test("a period applies to the measure with periods, beside others without", async () => {
  const hub = await twoDistricts();
  expect(
    await linesOf(
      hub,
      `measures: [SERVICES, OBSERVATION], groupBy: [AREA], indicator: "residents", filter: [${period("2024")}]`,
    ),
  ).toEqual([
    "municipio:1 | 2 | 2600 ESTIMATED",
    "municipio:2 | 1 | 4400 ESTIMATED",
    "? | 1 | null MISSING",
    "total | 3 | 7000 ESTIMATED",
  ]);
});

async function demoHub(): Promise<TestHub> {
  const hub = await startHub({ starter: "demo" });
  return hub;
}

test("plan and ledger by fund, as in spending", async () => {
  const hub = await demoHub();
  const stage = (code: string) => `filter: [{ dimension: STAGE, codes: ["${code}"] }]`;
  const strategy = 'strategy: "mi-over-net", on: "2026-11-22"';
  expect(await linesOf(hub, `measures: [PLAN], groupBy: [FUND], ${strategy}`)).toEqual([
    "FESR | 643900000",
    "FSE_PLUS | 65000000",
    "FSC | 120000000",
    "MUNICIPAL | 223000000",
    "total | 1051900000",
  ]);
  // A version with a part only has no total and no funds.
  const part = 'budgetVersion: "regional-part-2021-04"';
  expect(await linesOf(hub, `measures: [PLAN], groupBy: [FUND], ${strategy}, ${part}`)).toEqual([
    "total | null MISSING",
  ]);
  expect(
    await linesOf(hub, `measures: [EXPENDITURE], groupBy: [FUND], ${stage("PAID")}, ${strategy}`),
  ).toEqual(["FESR | 4000000", "FSE_PLUS | 800000", "FSC | 0", "MUNICIPAL | 0", "total | 4800000"]);
  expect(
    await linesOf(hub, `measures: [PLAN, EXPENDITURE], groupBy: [FUND], ${stage("PAID")}, ${strategy}`),
  ).toEqual([
    "FESR | 643900000 | 4000000",
    "FSE_PLUS | 65000000 | 800000",
    "FSC | 120000000 | 0",
    "MUNICIPAL | 223000000 | 0",
    "total | 1051900000 | 4800000",
  ]);
  expect(await linesOf(hub, `measures: [EXPENDITURE], groupBy: [STAGE], ${strategy}`)).toEqual([
    "CERTIFIED | null MISSING",
    "COMMITTED | 12000000",
    "CONTRACTED | null MISSING",
    "PAID | 4800000",
    "total | null MISSING",
  ]);
  const byBoth = await linesOf(
    hub,
    `measures: [EXPENDITURE], groupBy: [ACTION, FUND], ${stage("PAID")}, ${strategy}`,
  );
  expect(byBoth).toHaveLength(8 * 4 + 1);
  expect(byBoth.filter((line) => !line.endsWith("| 0"))).toEqual([
    "mi-over-net-centres-redevelopment | FESR | 4000000",
    "mi-over-net-staff-training | FSE_PLUS | 800000",
    "total | 4800000",
  ]);
});

test("participants come from the protected table, with any groups and filters", async () => {
  const hub = await demoHub();
  const of = (rest: string) => linesOf(hub, `measures: [PARTICIPANTS], strategy: "mi-over-net", ${rest}`);
  expect(await of("groupBy: [AREA, AGE_CLASS]")).toEqual([
    "nil:30 | 0-64 | null MISSING",
    "nil:30 | 65-79 | null MISSING",
    "nil:30 | 80+ | null MISSING",
    "nil:42 | 0-64 | 18",
    "nil:42 | 65-79 | null CONFIDENTIAL",
    "nil:42 | 80+ | null CONFIDENTIAL",
    "total | null MISSING",
  ]);
  expect(await of("groupBy: [AGE_CLASS]")).toEqual([
    "0-64 | 18",
    "65-79 | null CONFIDENTIAL",
    "80+ | null CONFIDENTIAL",
    "total | null MISSING",
  ]);
  expect(await of('groupBy: [AGE_CLASS, AREA], filter: [{ dimension: AREA, codes: ["nil:42"] }]')).toEqual([
    "0-64 | nil:42 | 18",
    "65-79 | nil:42 | null CONFIDENTIAL",
    "80+ | nil:42 | null CONFIDENTIAL",
    "total | 30",
  ]);
  const old = '{ dimension: AGE_CLASS, codes: ["65-79", "80+"] }';
  expect(await of(`groupBy: [AREA], filter: [${old}]`)).toEqual([
    "nil:30 | null MISSING",
    "nil:42 | null CONFIDENTIAL",
    "total | null CONFIDENTIAL",
  ]);
  expect(await of('groupBy: [], filter: [{ dimension: AREA, codes: ["nil:42"] }]')).toEqual([
    "30",
    "total | 30",
  ]);
  const { data } = await hub.ask(
    aggregate(
      'measures: [PARTICIPANTS], strategy: "mi-over-net", groupBy: [AREA]',
      "cells { values { reason { en } coverage { expected present } sourceRefs { synthetic } } }",
    ),
  );
  expect(data?.aggregate).toEqual({
    cells: [
      {
        values: [
          {
            reason: { en: "No source states it." },
            coverage: { expected: 1, present: 0 },
            sourceRefs: [{ synthetic: true }],
          },
        ],
      },
      {
        values: [{ reason: null, coverage: { expected: 1, present: 1 }, sourceRefs: [{ synthetic: true }] }],
      },
    ],
  });
});

test("the flat form has one row for each cell and one column for each value", async () => {
  const hub = await twoDistricts();
  const { data } = await hub.ask(
    aggregate(
      'measures: [CENTRES, SERVICES], groupBy: [AREA], on: "2026-11-22", filter: [{ dimension: AREA, codes: ["municipio:1"] }]',
      "flat { columns { name type unit { code } } rows }",
    ),
  );
  const text = (name: string) => ({ name, type: "TEXT", unit: null });
  expect(data?.aggregate).toEqual({
    flat: {
      columns: [
        text("area"),
        text("areaName"),
        { name: "centres", type: "NUMBER", unit: { code: "centres" } },
        text("centresStatus"),
        { name: "services", type: "NUMBER", unit: { code: "services" } },
        text("servicesStatus"),
      ],
      rows: [
        {
          area: "municipio:1",
          areaName: "Municipio 1",
          centres: 1,
          centresStatus: "NORMAL",
          services: 2,
          servicesStatus: "NORMAL",
        },
      ],
    },
  });
});
