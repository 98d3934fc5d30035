import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { anObservation } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

/** The facts, and the synthetic records beside them. */
async function demoHub(): Promise<TestHub> {
  const hub = await startHub({ starter: "demo" });
  return hub;
}

const spendingQuery = `{ strategy(code: "mi-over-net") { spending { budgetVersion { label } entries reason { en }
  stages { stage amount { cents } shareOfPlan }
  byFund { fund plan { cents } stages { stage amount { cents } } }
  byAction { action { code } plan { cents } stages { stage amount { cents } } } } } }`;

interface SpendingData {
  readonly strategy: {
    readonly spending: {
      readonly reason: { readonly en: string };
      readonly stages: readonly {
        readonly stage: string;
        readonly amount: { readonly cents: number } | null;
      }[];
      readonly byFund: readonly {
        readonly fund: string;
        readonly plan: { readonly cents: number } | null;
        readonly stages: SpendingData["strategy"]["spending"]["stages"];
      }[];
      readonly byAction: readonly {
        readonly action: { readonly code: string };
        readonly stages: SpendingData["strategy"]["spending"]["stages"];
      }[];
    };
  };
}
const centsOf = (stages: SpendingData["strategy"]["spending"]["stages"]) =>
  Object.fromEntries(stages.map(({ stage, amount }) => [stage, amount?.cents ?? null]));

test("spend against plan of the demonstration, by fund and action", async () => {
  const hub = await demoHub();
  const { data, errors } = await hub.ask<SpendingData>(spendingQuery);
  expect(errors).toBeUndefined();
  const { spending } = data!.strategy;
  expect(spending).toMatchObject({
    entries: 4,
    reason: { en: "No source publishes entries of CERTIFIED, CONTRACTED." },
  });
  const none = { CERTIFIED: null, CONTRACTED: null };
  expect(centsOf(spending.stages)).toEqual({ ...none, COMMITTED: 12_000_000, PAID: 4_800_000 });
  expect(spending.byFund.map(({ fund, plan, stages }) => [fund, plan?.cents, centsOf(stages)])).toEqual([
    ["FESR", 643_900_000, { ...none, COMMITTED: 12_000_000, PAID: 4_000_000 }],
    ["FSE_PLUS", 65_000_000, { ...none, COMMITTED: 0, PAID: 800_000 }],
    ["FSC", 120_000_000, { ...none, COMMITTED: 0, PAID: 0 }],
    ["MUNICIPAL", 223_000_000, { ...none, COMMITTED: 0, PAID: 0 }],
  ]);
  expect(spending.byAction).toHaveLength(8);
});

test("without a ledger there is the plan, and the reason for the missing rest", async () => {
  const hub = await startHub({ starter: true });
  const { data } = await hub.ask<SpendingData>(spendingQuery);
  const { stages, byFund, reason } = data!.strategy.spending;
  expect(reason.en).toBe("No source publishes any expenditure.");
  expect(stages.map(({ amount }) => amount)).toEqual([null, null, null, null]);
  expect(byFund.map(({ plan }) => plan?.cents)).toEqual([643_900_000, 65_000_000, 120_000_000, 223_000_000]);
});

test("spending rejects an unknown version, and an incomplete date", async () => {
  const hub = await startHub({ starter: true });
  for (const [args, code] of [
    [`budgetVersion: "none"`, "UNKNOWN_CODE"],
    [`on: "2025-05"`, "BAD_USER_INPUT"],
  ]) {
    const { errors } = await hub.ask(`{ strategy(code: "mi-over-net") { spending(${args}) { entries } } }`);
    expect([args, errors?.[0]?.extensions?.code]).toEqual([args, code]);
  }
});

test("the reach of each fund counts each person once, and says when the link is not published", async () => {
  const hub = await demoHub();
  const { data, errors } = await hub.ask(`{ strategy(code: "mi-over-net") { reach(period: "2024") {
    population { code } period
    all { actions { code } centres { code } areas { code } people coverage { expected present } }
    byFund { fund actions { code } centres { code } areas { code } people reason { en } } } } }`);
  expect(errors).toBeUndefined();
  const both = [{ code: "nil:30" }, { code: "nil:42" }];
  const centres = [24, 25, 26].map((n) => ({ code: `ds3017:${n}` }));
  const reason = { en: "No source says which actions this fund pays: no expenditure is published." };
  const unknown = { actions: null, centres: null, areas: null, people: null, reason };
  expect(data?.strategy).toMatchObject({
    reach: {
      population: { code: "residents" },
      period: "2024",
      all: { centres, areas: both, people: 19_666 + 29_331, coverage: { expected: 8, present: 5 } },
      byFund: [
        {
          fund: "FESR",
          actions: [{ code: "mi-over-net-centres-redevelopment" }],
          centres,
          areas: both,
          people: 48_997,
          reason: null,
        },
        {
          fund: "FSE_PLUS",
          actions: [{ code: "mi-over-net-staff-training" }],
          centres: [],
          areas: [],
          people: null,
          reason: { en: "No source names an area." },
        },
        { fund: "FSC", ...unknown },
        { fund: "MUNICIPAL", ...unknown },
      ],
    },
  });
});

test("people come from an indicator that can be summed", async () => {
  const hub = await startHub({ starter: true });
  for (const [population, code] of [
    ["share_65plus", "BAD_USER_INPUT"],
    ["nobody", "UNKNOWN_CODE"],
  ]) {
    const { errors } = await hub.ask(
      `{ strategy(code: "mi-over-net") { reach(period: "2024", population: "${population}") { period } } }`,
    );
    expect([population, errors?.[0]?.extensions?.code]).toEqual([population, code]);
  }
});

test("targets have the newest value and the progress", async () => {
  const hub = await demoHub();
  const observations = ["2022", "2025"].map((period, i) =>
    anObservation({ indicatorCode: "RCR74", areaCode: "nil:42", period, value: 110 + 10 * i }),
  );
  await saveAll(hub.table, codecs.observation, observations, { origin: "test", now: "2026-01-01T00:00:00Z" });
  const { data, errors } = await hub.ask(`{ strategy(code: "mi-over-net") { indicatorTargets { nodes {
    indicator { code } baseline { value } target2029
    lastObservation { period value } progress { towardsMilestone towardsTarget reason { en } } } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.strategy).toMatchObject({
    indicatorTargets: {
      nodes: [
        {
          indicator: { code: "RCO74" },
          lastObservation: null,
          progress: {
            towardsTarget: null,
            reason: { en: "The target has no area, so the value to compare is unknown." },
          },
        },
        {
          indicator: { code: "RCR74" },
          baseline: { value: 100 },
          target2029: 150,
          lastObservation: { period: "2025", value: 120 },
          progress: {
            towardsMilestone: null,
            towardsTarget: 0.4,
            reason: { en: "A goal is missing or equals the baseline." },
          },
        },
      ],
    },
  });
});

test("participations of the demonstration by area and age class, without small groups", async () => {
  const hub = await demoHub();
  const { data, errors } = await hub.ask(`{ strategy(code: "mi-over-net") { engagementTotals { threshold
    coverage { expected present } total { count suppressed }
    areas { area { code } total { count suppressed } byAgeClass { ageClass count suppressed } } } } }`);
  expect(errors).toBeUndefined();
  const nobody = { count: null, suppressed: false };
  const classes = ["0-64", "65-79", "80+"];
  expect(data?.strategy).toEqual({
    engagementTotals: {
      threshold: 5,
      coverage: { expected: 2, present: 1 },
      total: nobody,
      areas: [
        {
          area: { code: "nil:30" },
          total: nobody,
          byAgeClass: classes.map((ageClass) => ({ ageClass, ...nobody })),
        },
        {
          area: { code: "nil:42" },
          total: { count: 30, suppressed: false },
          byAgeClass: [
            { ageClass: "0-64", count: 18, suppressed: false },
            { ageClass: "65-79", count: null, suppressed: true },
            { ageClass: "80+", count: null, suppressed: true },
          ],
        },
      ],
    },
  });
});

test("actions can be filtered by area, and an unknown area is rejected", async () => {
  const hub = await startHub({ starter: true });
  const inArea = (area: string) =>
    hub.ask(`{ strategy(code: "mi-over-net") { actions(area: "${area}", first: 2) {
    totalCount pageInfo { hasNextPage } nodes { code } } } }`);
  expect((await inArea("nil:42")).data?.strategy).toEqual({
    actions: {
      totalCount: 5,
      pageInfo: { hasNextPage: true },
      nodes: [{ code: "mi-over-net-centres-redevelopment" }, { code: "mi-over-net-codesign" }],
    },
  });
  expect((await inArea("nil:1")).data?.strategy).toMatchObject({ actions: { totalCount: 0, nodes: [] } });
  expect((await inArea("nil:99")).errors?.[0]?.extensions?.code).toBe("UNKNOWN_CODE");
});
