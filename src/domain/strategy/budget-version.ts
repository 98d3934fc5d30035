import { HubError } from "../kit/errors";
import { nearestTexts } from "../text/nearest-texts";
import { spelledText } from "../text/spelled-text";
import { type BudgetLine, type BudgetVersion, shareOfTotal } from "./budget";
import type { Strategy } from "./strategy";

/** A line with its share in the total of its version, 0 to 1. */
export interface SharedLine extends BudgetLine {
  readonly share: number;
}

export interface SharedBudgetVersion extends BudgetVersion {
  readonly lines: readonly SharedLine[];
}

/** Shares are computed and never stored. */
export const withShares = (version: BudgetVersion): SharedBudgetVersion => ({
  ...version,
  lines: version.lines.map((line) => ({ ...line, share: shareOfTotal(line, version) })),
});

/** The newest version with its shares; `null` when no source gives one. */
export function newestBudget({ budgetVersions }: Strategy): SharedBudgetVersion | null {
  const newest = budgetVersions.at(-1);
  return newest ? withShares(newest) : null;
}

/**
 * The version with a label; letter case does not matter.
 * @throws HubError UNKNOWN_CODE that names the existing labels.
 */
export function versionOf({ code, budgetVersions }: Strategy, where: string, label: string): BudgetVersion {
  const known = budgetVersions.map((each) => each.label);
  const spelled = spelledText(label, known);
  const version = budgetVersions.find((each) => each.label === spelled);
  if (version) return version;
  const suggestions = nearestTexts(label, known, known.length);
  throw new HubError(
    "UNKNOWN_CODE",
    "version",
    { argument: where, label, strategy: code, known },
    { where, suggestions },
  );
}
