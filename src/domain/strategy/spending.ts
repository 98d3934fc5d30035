import { lastDay } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { Money } from "../kit/money";
import { type Cube, cubeOf, type GroupFilter } from "../statistics/cube";
import { type BudgetVersion, currencyOf, funds } from "./budget";
import { withShares } from "./budget-version";
import { type Expenditure, type ExpenditureKind, expenditureKinds } from "./expenditure";

type LedgerDimension = "ACTION" | "FUND" | "STAGE";

/** The sum of entries at one stage, corrections with their sign, in exact cents (docs/methods.md, Money). */
interface LedgerAmount {
  readonly stage: ExpenditureKind;
  /** `null` when the ledger has no entry of this stage, which is not 0. */
  readonly cents: number | null;
  readonly sourceCodes: readonly string[];
}

export interface LedgerCube {
  readonly cube: Cube<LedgerDimension, LedgerAmount>;
  /** Entries up to the day in any currency, and those in the currency of the budget. */
  readonly coverage: { readonly expected: number; readonly present: number };
}

/**
 * A ledger by action, fund and stage. Stages are never summed, because the same money passes through several. An entry
 * counts from the last day that its date can mean.
 * @param on a whole day; `null` for the whole ledger.
 */
export function ledgerCube(
  version: BudgetVersion,
  ledger: readonly Expenditure[],
  actionCodes: readonly string[],
  on: string | null,
): LedgerCube {
  const { lines } = version;
  const currency = currencyOf(version);
  const happened = ledger.filter(({ date }) => on === null || lastDay(date) <= on);
  const counted = happened.filter(({ amount }) => amount.currency === currency);
  const published = new Set(counted.map(({ kind }) => kind));
  const named = new Set([...lines, ...counted].map(({ fund }) => fund));
  const cube = cubeOf<LedgerDimension, Expenditure, LedgerAmount>({
    facts: counted,
    dimensions: {
      ACTION: {
        groups: [...new Set([...actionCodes, ...counted.map(({ actionCode }) => actionCode)])],
        of: ({ actionCode }) => [actionCode],
        followsFilter: true,
      },
      FUND: {
        groups: funds.filter((fund) => named.has(fund)),
        of: ({ fund }) => [fund],
        known: funds,
        followsFilter: true,
      },
      // Without `of`, a cell of a stage has all entries; `measure` selects those of the stage.
      STAGE: { groups: expenditureKinds, followsFilter: true },
    },
    neverSummed: "STAGE",
    measure: ({ facts, kept }) => {
      const stage = kept("STAGE")![0] as ExpenditureKind;
      const own = facts.filter(({ kind }) => kind === stage);
      const cents = own.reduce((sum, { amount }) => sum + amount.cents, 0);
      const sourceCodes = [...new Set(facts.flatMap((entry) => entry.sourceCodes))];
      return { stage, cents: published.has(stage) ? cents : null, sourceCodes };
    },
  });
  return { cube, coverage: { expected: happened.length, present: counted.length } };
}

type Spending = ReturnType<typeof spendingOf>;
export type FundSpending = Spending["byFund"][number];
export type StageAmount = Spending["stages"][number];

export interface ActionSpending {
  readonly actionCode: string;
  /** Always `null`: budgets have no plan per action. */
  readonly plan: Money | null;
  readonly stages: readonly StageAmount[];
}

/** Spending against plan, for one version of a budget; parameters as in `ledgerCube`. */
export function spendingOf(
  version: BudgetVersion,
  ledger: readonly Expenditure[],
  actionCodes: readonly string[],
  on: string | null,
) {
  const currency = currencyOf(version);
  const planned = version.total?.cents ?? null;
  const { cube, coverage } = ledgerCube(version, ledger, actionCodes, on);
  const stagesOf = (plan: Money | null, filter?: GroupFilter<LedgerDimension>) =>
    cube.slice(["STAGE"], filter).cells.map(({ value: { stage, cents } }) => ({
      stage,
      amount: cents === null ? null : { cents, currency },
      shareOfPlan: cents === null || plan === null || plan.cents === 0 ? null : cents / plan.cents,
    }));
  const stages = stagesOf(version.total);
  const missing = stages.filter(({ amount }) => amount === null).map(({ stage }) => stage);
  return {
    budgetVersion: withShares(version),
    on,
    stages,
    /** Funds in the version or the ledger. */
    byFund: funds
      .filter((fund) => cube.groups("FUND").includes(fund))
      .map((fund) => {
        const plan = version.lines.find((line) => line.fund === fund)?.amount ?? null;
        const planShare = plan && planned && plan.cents / planned;
        return { fund, plan, planShare, stages: stagesOf(plan, new Map([["FUND", [fund]]])) };
      }),
    /** Every action of the strategy, then actions only in the ledger. */
    byAction: cube.groups("ACTION").map(
      (actionCode): ActionSpending => ({
        actionCode,
        plan: null,
        stages: stagesOf(null, new Map([["ACTION", [actionCode]]])),
      }),
    ),
    entries: coverage.present,
    entriesInOtherCurrency: coverage.expected - coverage.present,
    reason:
      coverage.present === 0 ? noExpenditure : missing.length === 0 ? null : noEntries(missing.join(", ")),
  };
}

const noExpenditure: LocalizedText = {
  it: "Nessuna fonte pubblica spese.",
  en: "No source publishes any expenditure.",
};

/** The reason for amounts that are `null`. */
export const noEntries = (stages: string): LocalizedText => ({
  it: `Nessuna fonte pubblica voci di: ${stages}.`,
  en: `No source publishes entries of ${stages}.`,
});
