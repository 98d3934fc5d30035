import { lastDay } from "../kit/dates";
import type { Money } from "../kit/money";
import type { BudgetVersion, Fund } from "./budget";
import { funds } from "./budget";
import { type Expenditure, type ExpenditureKind, expenditureKinds } from "./expenditure";

/** What the ledger says of one stage of money. */
export interface StageAmount {
  readonly stage: ExpenditureKind;
  /** `null` where the ledger has no entry of this stage at all, which is not 0; 0 where it has some, but none here. */
  readonly amount: Money | null;
  /** amount / plan; `null` without one of them. */
  readonly shareOfPlan: number | null;
}

export interface FundSpending {
  readonly fund: Fund;
  /** `null` where the version does not name the fund. */
  readonly plan: Money | null;
  /** plan / total of the version. */
  readonly planShare: number | null;
  readonly stages: readonly StageAmount[];
}

export interface ActionSpending {
  readonly actionCode: string;
  readonly stages: readonly StageAmount[];
}

export interface Spending {
  readonly version: BudgetVersion;
  readonly stages: readonly StageAmount[];
  /** Funds that the version or the ledger names. */
  readonly byFund: readonly FundSpending[];
  /** Every action of the strategy, then those that only the ledger names. */
  readonly byAction: readonly ActionSpending[];
  /** Entries that are counted. */
  readonly entries: number;
  /** Entries in another currency than the version: they are in no amount. */
  readonly entriesInOtherCurrency: number;
}

/** The entries of a ledger that an amount may be made of. */
export interface CountedLedger {
  readonly counted: readonly Expenditure[];
  /** Entries up to the day, in whatever currency. */
  readonly happened: number;
  /** The sum of some of the entries at a stage; `null` where the ledger has none of this stage at all. */
  centsOf(stage: ExpenditureKind, entries: readonly Expenditure[]): number | null;
}

/** @param asOf a whole day; `null` for the whole ledger. */
export function countedLedger(
  ledger: readonly Expenditure[],
  currency: string,
  asOf: string | null,
): CountedLedger {
  const happened = ledger.filter(({ date }) => asOf === null || lastDay(date) <= asOf);
  const counted = happened.filter(({ amount }) => amount.currency === currency);
  const published = new Set(counted.map(({ kind }) => kind));
  return {
    counted,
    happened: happened.length,
    centsOf: (stage, entries) =>
      published.has(stage)
        ? entries.filter(({ kind }) => kind === stage).reduce((sum, { amount }) => sum + amount.cents, 0)
        : null,
  };
}

/**
 * Plan and ledger side by side, in exact cents (docs/methods.md, Money). Stages are never added up: the same money
 * passes through several. Corrections count with their sign. An entry counts once its last possible day has come.
 * @param asOf a whole day; `null` for the whole ledger.
 */
export function spendingOf(
  version: BudgetVersion,
  ledger: readonly Expenditure[],
  actionCodes: readonly string[],
  asOf: string | null,
): Spending {
  const { currency } = version.total;
  const { counted, happened, centsOf } = countedLedger(ledger, currency, asOf);
  const stagesOf = (entries: readonly Expenditure[], plan: Money | null): StageAmount[] =>
    expenditureKinds.map((stage) => {
      const cents = centsOf(stage, entries);
      if (cents === null) return { stage, amount: null, shareOfPlan: null };
      const shareOfPlan = plan === null || plan.cents === 0 ? null : cents / plan.cents;
      return { stage, amount: { cents, currency }, shareOfPlan };
    });
  const planOf = (fund: Fund) => version.lines.find((line) => line.fund === fund)?.amount ?? null;
  const spent = new Set(counted.map(({ fund }) => fund));
  return {
    version,
    stages: stagesOf(counted, version.total),
    byFund: funds
      .filter((fund) => planOf(fund) !== null || spent.has(fund))
      .map((fund) => {
        const plan = planOf(fund);
        return {
          fund,
          plan,
          planShare: plan === null ? null : plan.cents / version.total.cents,
          stages: stagesOf(
            counted.filter((entry) => entry.fund === fund),
            plan,
          ),
        };
      }),
    byAction: [...new Set([...actionCodes, ...counted.map(({ actionCode }) => actionCode)])].map(
      (actionCode) => ({
        actionCode,
        stages: stagesOf(
          counted.filter((entry) => entry.actionCode === actionCode),
          null,
        ),
      }),
    ),
    entries: counted.length,
    entriesInOtherCurrency: happened - counted.length,
  };
}
