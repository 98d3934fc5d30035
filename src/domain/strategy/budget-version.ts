import { HubError } from "../kit/errors";
import { type BudgetLine, type BudgetVersion, shareOfTotal } from "./budget";
import type { Strategy } from "./strategy";

/** A line with its share in the total of its version, 0 to 1. */
export interface SharedLine extends BudgetLine {
  readonly share: number;
}

export interface SharedBudgetVersion extends BudgetVersion {
  readonly lines: readonly SharedLine[];
}

/** The version with the share of each line, which is computed and not stored. */
export const withShares = (version: BudgetVersion): SharedBudgetVersion => ({
  ...version,
  lines: version.lines.map((line) => ({ ...line, share: shareOfTotal(line, version) })),
});

/** The newest version with its shares; `null` where no source gives one. */
export function newestBudget({ budgetVersions }: Strategy): SharedBudgetVersion | null {
  const newest = budgetVersions.at(-1);
  return newest ? withShares(newest) : null;
}

/**
 * The version of a budget with a label.
 * @throws HubError UNKNOWN_CODE, naming the labels that there are.
 */
export function versionOf({ code, budgetVersions }: Strategy, where: string, label: string): BudgetVersion {
  const version = budgetVersions.find((each) => each.label === label);
  if (version) return version;
  const known = budgetVersions.map((each) => each.label);
  throw new HubError("UNKNOWN_CODE", "version", { argument: where, label, strategy: code, known }, { where });
}
