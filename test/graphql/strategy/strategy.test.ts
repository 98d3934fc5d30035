import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { anAction, aStrategy } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const now = "2026-01-01T00:00:00.000Z";
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ starter: "demo" });
});

/** What the strategy answers; it must not fail. */
async function strategyOf(fields: string) {
  const { data, errors } = await hub.ask<{ strategy: Record<string, unknown> }>(
    `{ strategy(code: "mi-over-net") { ${fields} } }`,
  );
  expect(errors).toBeUndefined();
  return data!.strategy;
}

async function errorOf(query: string) {
  const { errors } = await hub.ask(query);
  expect(errors).toHaveLength(1);
  return { ...errors![0], ...errors![0]!.extensions } as Record<string, unknown>;
}

test("an action leads to everything that it names", async () => {
  const { data } = await hub.ask(
    `{ action(code: "mi-over-net-health-services") { kind status cups strategy { code } lead { code } partners { code }
       centres { code } areas { code } progress { percent on sourceRef { code } } sourceRefs { code synthetic } } }`,
  );
  expect(data).toEqual({
    action: {
      kind: "IMMATERIAL",
      status: "PLANNED",
      cups: [],
      strategy: { code: "mi-over-net" },
      lead: null,
      partners: [{ code: "ats-milano" }],
      centres: ["24", "25", "26"].map((id) => ({ code: `ds3017:${id}` })),
      areas: [{ code: "nil:30" }, { code: "nil:42" }],
      progress: null,
      sourceRefs: [{ code: "milanosud-2021", synthetic: false }],
    },
  });
});

test("milestones are in the order of planned dates, with state and delay on the requested day", async () => {
  const fields = `nodes { code plannedDate action { code } timing { on state delayDays } }`;
  const { june, july } = await strategyOf(
    `june: milestones(on: "2026-06-30") { ${fields} } july: milestones(on: "2026-07-01") { ${fields} }`,
  );
  const timings = (list: unknown) =>
    (list as { nodes: { code: string; timing: object }[] }).nodes.map(({ code, timing }) => [
      code,
      ...Object.values(timing),
    ]);
  expect(timings(june)).toEqual([
    ["demo:design", "2026-06-30", "DONE", 50],
    ["demo:works", "2026-06-30", "ON_TIME", 0],
    ["demo:wemi-opening", "2026-06-30", "LATE", 60],
    ["demo:final-event", "2026-06-30", "UNKNOWN", null],
  ]);
  expect(timings(july)[1]).toEqual(["demo:works", "2026-07-01", "LATE", 1]);
  expect((june as { nodes: { action: unknown }[] }).nodes.map(({ action }) => action)).toEqual([
    { code: "mi-over-net-centres-redevelopment" },
    { code: "mi-over-net-centres-redevelopment" },
    { code: "mi-over-net-wemi-space" },
    null,
  ]);
});

test("the day for milestones is a whole day", async () => {
  expect(
    await errorOf(`{ strategy(code: "mi-over-net") { milestones(on: "2026-06") { totalCount } } }`),
  ).toMatchObject({
    code: "BAD_USER_INPUT",
    where: "on",
    message: "on is 2026-06; it must be a whole day.",
  });
});

test("a correction leads to the entry that it corrects", async () => {
  expect(
    await strategyOf(
      "expenditures { totalCount nodes { code kind fund amount { cents } date corrects { code } action { code } } }",
    ),
  ).toMatchObject({
    expenditures: {
      totalCount: 4,
      nodes: [
        { code: "demo:e1", kind: "COMMITTED", amount: { cents: 12_000_000 }, corrects: null },
        { code: "demo:e2", kind: "PAID", fund: "FESR" },
        { code: "demo:e3", amount: { cents: -500_000 }, date: "2025-03-15", corrects: { code: "demo:e2" } },
        { code: "demo:e4", fund: "FSE_PLUS", action: { code: "mi-over-net-staff-training" } },
      ],
    },
  });
});

test("targets have their indicator, and the counted population or that it is unknown", async () => {
  expect(
    await strategyOf(
      `indicatorTargets { nodes { indicator { code family } baseline { value year } milestone2024 target2029
         populationDefinition { en } area { code } action { code } sourceRefs { synthetic } } }`,
    ),
  ).toEqual({
    indicatorTargets: {
      nodes: [
        {
          indicator: { code: "RCO74", family: "EU_OUTPUT" },
          baseline: { value: 0, year: 2021 },
          milestone2024: 0,
          target2029: 1000,
          populationDefinition: { en: "DEMO: synthetic residents." },
          area: null,
          action: null,
          sourceRefs: [{ synthetic: true }],
        },
        {
          indicator: { code: "RCR74", family: "EU_RESULT" },
          baseline: { value: 100, year: 2021 },
          milestone2024: null,
          target2029: 150,
          populationDefinition: null,
          area: { code: "nil:42" },
          action: { code: "mi-over-net-centres-redevelopment" },
          sourceRefs: [{ synthetic: true }],
        },
      ],
    },
  });
});

test("events show no small group, and questions have their indicators", async () => {
  expect(
    await strategyOf(
      `engagementEvents { nodes { kind date area { code } centre { name }
         participants { total byAgeClass { ageClass count suppressed } } } }
       evaluationQuestions { nodes { criterion indicators { code } dueDate answer { it } } }`,
    ),
  ).toEqual({
    engagementEvents: {
      nodes: [
        {
          kind: "WALK",
          date: "2025-04-12",
          area: { code: "nil:42" },
          centre: { name: "Boifava" },
          participants: {
            total: 30,
            byAgeClass: [
              { ageClass: "0-64", count: 18, suppressed: false },
              { ageClass: "65-79", count: null, suppressed: true },
              { ageClass: "80+", count: null, suppressed: true },
            ],
          },
        },
        { kind: "ASSEMBLY", date: "2025-05", area: { code: "nil:30" }, centre: null, participants: null },
      ],
    },
    evaluationQuestions: {
      nodes: [
        {
          criterion: "EFFECTIVENESS",
          indicators: [{ code: "alone_80plus_share" }, { code: "RCR74" }],
          dueDate: "2027",
          answer: null,
        },
      ],
    },
  });
});

test("every record of a strategy is a node", async () => {
  const lists = ["actions", "engagementEvents", "evaluationQuestions", "expenditures", "indicatorTargets"];
  const fields = "(first: 2) { nodes { __typename id } }";
  const data = (await strategyOf(
    `${lists.map((list) => list + fields).join(" ")} milestones(on: "2026-01-01", first: 2) { nodes { __typename id } }`,
  )) as Record<string, { nodes: { __typename: string; id: string }[] }>;
  const found = Object.values(data).flatMap(({ nodes }) => nodes);
  expect(new Set(found.map(({ __typename }) => __typename)).size).toBe(6);
  const again = await hub.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {
    ids: found.map(({ id }) => id),
  });
  expect(again).toEqual({ data: { nodes: found } });
});

test("a milestone found by its id has no day, so no timing", async () => {
  const id = Buffer.from("Milestone:demo:works").toString("base64url");
  expect(
    await hub.ask("query ($id: ID!) { node(id: $id) { ... on Milestone { code timing { state } } } }", {
      id,
    }),
  ).toEqual({ data: { node: { code: "demo:works", timing: null } } });
});

test("two versions of the budget differ by 1.2 million of the development fund, and by a name", async () => {
  const { budgetDiff } = (await strategyOf(
    `budgetDiff(fromVersion: "factsheet", toVersion: "regional-page") { totalChange { cents currency } lines { fund kind change { cents } } fromVersion { lines { share } } }`,
  )) as {
    budgetDiff: { totalChange: object; lines: { fund: string; kind: string; change: { cents: number } }[] };
  };
  expect(budgetDiff.totalChange).toEqual({ cents: 120_000_000, currency: "EUR" });
  expect(budgetDiff.lines.map(({ fund, kind, change }) => [fund, kind, change.cents / 100])).toEqual([
    ["FESR", "STAYS", 0],
    ["FSE_PLUS", "STAYS", 0],
    ["FSC", "APPEARS", 1_200_000],
    ["MUNICIPAL", "APPEARS", 2_230_000],
    ["OTHER", "VANISHES", -2_230_000],
  ]);
});

test("without labels the newest version is compared with the one before it, and the oldest with none", async () => {
  const versions = "fromVersion { label } toVersion { label } totalChange { cents }";
  expect(
    await strategyOf(
      `last: budgetDiff { ${versions} } since: budgetDiff(fromVersion: "press-2023-01") { ${versions} }
       until: budgetDiff(toVersion: "factsheet") { ${versions} } first: budgetDiff(toVersion: "regional-part-2021-04") { ${versions} }`,
    ),
  ).toEqual({
    last: {
      fromVersion: { label: "factsheet" },
      toVersion: { label: "regional-page" },
      totalChange: { cents: 120_000_000 },
    },
    since: {
      fromVersion: { label: "press-2023-01" },
      toVersion: { label: "regional-page" },
      totalChange: { cents: 121_900_000 },
    },
    until: {
      fromVersion: { label: "press-2023-01" },
      toVersion: { label: "factsheet" },
      totalChange: { cents: 1_900_000 },
    },
    first: null,
  });
});

test("every stated version of the budget has its date, certainty and page, and a part is no total", async () => {
  const { budgetVersions, budget, interventionFields } = (await strategyOf(
    `budget { label } interventionFields { code }
     budgetVersions { label assertedOn certainty total { cents } parts { amount { cents } } citations { url publishedOn } }`,
  )) as {
    budget: object;
    interventionFields: object[];
    budgetVersions: {
      label: string;
      assertedOn: string | null;
      certainty: string | null;
      total: { cents: number } | null;
      parts: { amount: { cents: number } }[];
      citations: object[];
    }[];
  };
  expect(
    budgetVersions.map(({ label, assertedOn, certainty, total, parts }) => [
      ...[label, assertedOn, certainty, total && total.cents / 100],
      ...parts.map(({ amount }) => amount.cents / 100),
    ]),
  ).toEqual([
    ["regional-part-2021-04", "2021-04", "HIGH", null, 6_950_000],
    ["local-press-2021-04", "2021-04", "LOW", 8_470_000, 6_950_000],
    ["press-2023-01", "2023-01-07", "HIGH", 9_300_000, 7_000_000],
    ["factsheet", null, null, 9_319_000],
    ["regional-page", null, "HIGH", 10_519_000],
  ]);
  expect(budget).toEqual({ label: "regional-page" });
  expect(budgetVersions.filter(({ citations }) => citations.length === 0)).toMatchObject([
    { label: "factsheet" },
  ]);
  // No source names a field of intervention.
  expect(interventionFields).toEqual([]);
});

test("the regional part is not compared with a total as if it were a cut", async () => {
  expect(
    await strategyOf(
      `budgetDiff(fromVersion: "local-press-2021-04", toVersion: "regional-part-2021-04") { totalChange { cents } lines { fund } reason { en } }`,
    ),
  ).toEqual({
    budgetDiff: {
      totalChange: null,
      lines: null,
      reason: {
        en: "Only a part of the budget and no total is stated by: regional-part-2021-04. A difference would be no change of the budget.",
      },
    },
  });
});

test("health services in the centres are a proposal of 2021, and say so", async () => {
  const { data } = await hub.ask(
    `{ action(code: "mi-over-net-health-services") { name { en } status statusDate certainty citations { url } interventionFields { code } } }`,
  );
  expect(data).toEqual({
    action: {
      name: { en: "Health services in the centres (proposal of 2021)" },
      status: "PLANNED",
      statusDate: "2021-04",
      certainty: "HIGH",
      citations: [{ url: "https://www.milanosud.it/25452-2/" }],
      interventionFields: [],
    },
  });
});

test("an unknown version of the budget is rejected with the names of the known ones", async () => {
  expect(
    await errorOf(
      `{ strategy(code: "mi-over-net") { budgetDiff(fromVersion: "factsheet", toVersion: "none") { totalChange { cents } } } }`,
    ),
  ).toMatchObject({
    code: "UNKNOWN_CODE",
    where: "toVersion",
    message: 'toVersion is "none", which is not a version of the budget of mi-over-net.',
    hint: 'Its versions are "regional-part-2021-04", "local-press-2021-04", "press-2023-01", "factsheet", "regional-page".',
  });
});

test("a strategy without partners has an empty coverage matrix", async () => {
  await saveAll(hub.table, codecs.strategy, [aStrategy()], { origin: "test", now });
  expect(
    await hub.ask(
      `{ strategy(code: "strategy") { coverageMatrix { cellCount cells { part } gaps { areaCode } } } }`,
    ),
  ).toEqual({ data: { strategy: { coverageMatrix: { cellCount: 0, cells: [], gaps: [] } } } });
});

test("a coverage matrix beyond the limit is rejected, never cut", async () => {
  const actions = Array.from({ length: 101 }, (_, i) => anAction({ code: `a:${i}`, strategyCode: "large" }));
  await saveAll(hub.table, codecs.strategy, [aStrategy({ code: "large" })], { origin: "test", now });
  await saveAll(hub.table, codecs.action, actions, { origin: "test", now });
  expect(await errorOf(`{ strategy(code: "large") { coverageMatrix { cellCount } } }`)).toMatchObject({
    code: "LIMIT_EXCEEDED",
    message: "The coverage matrix would have more than 100 actions.",
  });
});
