import type { Checking } from "../kit/check";
import { checkPartialDate, type PartialDate } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import { checkMoney, type Money } from "../kit/money";

/** FESR is the ERDF, FSE_PLUS the ESF+, FSC Italy's Fondo Sviluppo e Coesione. OTHER does not mean municipal. */
export const funds = ["FESR", "FSE_PLUS", "FSC", "MUNICIPAL", "OTHER"] as const;
export type Fund = (typeof funds)[number];

export interface BudgetLine {
  readonly fund: Fund;
  readonly amount: Money;
}

/** The budget as one source states it. Sources disagree over time, so a strategy has several, oldest first. */
export interface BudgetVersion {
  readonly label: string;
  /** When it began to hold; `null` where the source has no date. */
  readonly validFrom: PartialDate | null;
  readonly total: Money;
  readonly lines: readonly BudgetLine[];
  readonly note: LocalizedText | null;
  readonly sourceCodes: readonly string[];
}

/** Share of a line in the total, 0..1: always computed, never stored. */
export const shareOfTotal = (line: BudgetLine, version: BudgetVersion): number =>
  line.amount.cents / version.total.cents;

export function checkBudgetVersion(record: Checking, field: string, version: BudgetVersion): void {
  const { check } = record;
  checkMoney(record, `${field}.total`, version.total);
  for (const [i, line] of version.lines.entries())
    checkMoney(record, `${field}.lines[${i}].amount`, line.amount);
  const sum = version.lines.reduce((cents, line) => cents + line.amount.cents, 0);
  check(
    version.lines.length === 0 || sum === version.total.cents,
    `${field}.total`,
    version.total.cents,
    `the lines add up to ${sum} cents`,
  );
  check(
    version.lines.length === 0 || version.total.cents !== 0,
    `${field}.total`,
    version.total.cents,
    "there is no share of 0: leave the lines out",
  );
  const currencies = new Set([version.total, ...version.lines.map((l) => l.amount)].map((m) => m.currency));
  check(
    currencies.size === 1,
    `${field}.lines`,
    [...currencies],
    "all amounts of a budget are in one currency",
  );
  const named = version.lines.map((l) => l.fund);
  check(new Set(named).size === named.length, `${field}.lines`, named, "each fund stands once");
  checkPartialDate(record, `${field}.validFrom`, version.validFrom);
  check(
    version.sourceCodes.length > 0,
    `${field}.sourceCodes`,
    version.sourceCodes,
    "each budget names its source",
  );
}
