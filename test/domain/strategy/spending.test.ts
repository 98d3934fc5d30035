import fc from "fast-check";
import { funds } from "../../../src/domain/strategy/budget";
import { withShares } from "../../../src/domain/strategy/budget-version";
import { expenditureKinds } from "../../../src/domain/strategy/expenditure";
import { fundReach } from "../../../src/domain/strategy/fund-reach";
import { spendingOf } from "../../../src/domain/strategy/spending";
import { aBudgetVersion, anAction, anArea, anExpenditure, anObservation } from "../../support/builders";

const eur = (cents: number) => ({ cents, currency: "EUR" });
const version = aBudgetVersion({
  label: "v1",
  total: eur(1_000),
  lines: [
    { fund: "FESR", amount: eur(600) },
    { fund: "FSC", amount: eur(400) },
  ],
});

test("has no plan where a version states only a part", () => {
  const part = { name: { it: "Quota", en: "Part" }, amount: eur(700) };
  const { stages, entries } = spendingOf(
    aBudgetVersion({ parts: [part] }),
    [anExpenditure({ amount: eur(300), date: "2024" })],
    [],
    null,
  );
  expect(entries).toBe(1);
  expect(stages.map(({ shareOfPlan }) => shareOfPlan)).toEqual(stages.map(() => null));
});

test("shows plan and ledger side by side, with zero cells and without assumptions", () => {
  const ledger = [
    anExpenditure({ code: "a", actionCode: "works", amount: eur(300), date: "2024" }),
    anExpenditure({
      code: "b",
      actionCode: "works",
      amount: eur(-50),
      correctsCode: "a",
      date: "2025-03-01",
    }),
    anExpenditure({ code: "c", actionCode: "other", fund: "OTHER", amount: eur(10), date: "2025-05" }),
    anExpenditure({ code: "d", amount: { cents: 5, currency: "USD" } }),
  ];
  const spending = spendingOf(version, ledger, ["works", "training"], null);
  const paid = (cents: number, shareOfPlan: number | null) =>
    expenditureKinds.map((stage) =>
      stage === "PAID"
        ? { stage, amount: eur(cents), shareOfPlan }
        : { stage, amount: null, shareOfPlan: null },
    );
  expect(spending).toEqual({
    budgetVersion: withShares(version),
    on: null,
    stages: paid(260, 0.26),
    byFund: [
      { fund: "FESR", plan: eur(600), planShare: 0.6, stages: paid(250, 250 / 600) },
      { fund: "FSC", plan: eur(400), planShare: 0.4, stages: paid(0, 0) },
      { fund: "OTHER", plan: null, planShare: null, stages: paid(10, null) },
    ],
    byAction: [
      { actionCode: "works", plan: null, stages: paid(250, null) },
      { actionCode: "training", plan: null, stages: paid(0, null) },
      { actionCode: "other", plan: null, stages: paid(10, null) },
    ],
    entries: 3,
    entriesInOtherCurrency: 1,
    reason: {
      it: "Nessuna fonte pubblica voci di: CERTIFIED, COMMITTED, CONTRACTED.",
      en: "No source publishes entries of CERTIFIED, COMMITTED, CONTRACTED.",
    },
  });
});

test("counts an entry only from its last possible day on", () => {
  const ledger = [anExpenditure({ date: "2025-05" })];
  expect(spendingOf(version, ledger, [], "2025-05-30").entries).toBe(0);
  expect(spendingOf(version, ledger, [], "2025-05-31").entries).toBe(1);
});

test("an empty ledger has no amounts, which is not 0", () => {
  const { stages, byFund, byAction } = spendingOf(version, [], ["works"], null);
  const all = [stages, ...byFund.map((f) => f.stages), ...byAction.map((a) => a.stages)].flat();
  expect(all.every(({ amount, shareOfPlan }) => amount === null && shareOfPlan === null)).toBe(true);
});

const entry = fc
  .record({
    actionCode: fc.constantFrom("works", "training", "other"),
    fund: fc.constantFrom(...funds),
    kind: fc.constantFrom(...expenditureKinds),
    cents: fc.integer({ min: 1, max: 10 ** 12 }),
    corrects: fc.boolean(),
  })
  .map(({ cents, corrects, ...rest }) =>
    anExpenditure({
      ...rest,
      amount: eur(corrects ? -cents : cents),
      correctsCode: corrects ? "earlier" : null,
    }),
  );

test("funds add up to the total of each stage to the cent, and so do actions", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (ledger) => {
      const { stages, byFund, byAction } = spendingOf(version, ledger, ["works"], null);
      for (const [i, { amount }] of stages.entries())
        for (const parts of [byFund, byAction]) {
          const sum = parts.reduce((all, part) => all + (part.stages[i]!.amount?.cents ?? 0), 0);
          expect(sum).toBe(amount?.cents ?? 0);
        }
    }),
  );
});

const areas = [
  anArea({ code: "nil:1" }),
  anArea({ code: "nil:2" }),
  anArea({ code: "municipio:1", level: "DISTRICT" }),
  anArea({ code: "comune:1", level: "CITY", cityCode: null }),
];
const observations = [
  anObservation({ areaCode: "nil:1", value: 100 }),
  anObservation({ areaCode: "nil:2", value: 200 }),
  anObservation({ areaCode: "comune:1", areaLevel: "CITY", value: 1_000 }),
];
const population = { areas, observations };

test("counts actions, centres, areas and people of a fund once each, even if several actions name them", () => {
  const actions = [
    anAction({ code: "works", centreCodes: ["c1", "c2"], areaCodes: ["nil:1", "nil:2"] }),
    anAction({ code: "health", centreCodes: ["c2"], areaCodes: ["nil:2"] }),
    anAction({ code: "training" }),
  ];
  const ledger = ["works", "works", "health"].map((actionCode, i) =>
    anExpenditure({ code: `e${i}`, actionCode }),
  );
  const { all, byFund } = fundReach(actions, ledger, ["FESR", "FSC"], population);
  const [fesr, fsc] = byFund;
  expect(all).toMatchObject({ fund: null, people: 300, coverage: { expected: 3, present: 2 }, reason: null });
  expect(fesr).toEqual({
    fund: "FESR",
    actionCodes: ["health", "works"],
    centreCodes: ["c1", "c2"],
    areaCodes: ["nil:1", "nil:2"],
    coverage: { expected: 2, present: 2 },
    people: 300,
    reason: null,
  });
  expect(fsc).toMatchObject({ fund: "FSC", actionCodes: null, areaCodes: null, people: null });
  expect(fsc?.reason?.en).toMatch(/^No source says which actions/);
});

test.each([
  [["nil:1", "comune:1"], 1_000, undefined],
  [
    ["nil:1", "municipio:1"],
    null,
    "The areas are of different levels and overlap: the same people would be counted more than once.",
  ],
  [["municipio:1"], null, "No value for municipio:1."],
  [["nil:9"], null, "No source names an area."],
  [[], null, "No source names an area."],
])("people of %j are %p", (areaCodes, people, reason) => {
  const { all } = fundReach([anAction({ areaCodes })], [], [], population);
  expect([all.people, all.reason?.en]).toEqual([people, reason]);
});
