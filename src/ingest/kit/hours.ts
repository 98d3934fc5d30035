import { type HoursWhileClosed, hoursWhileClosed } from "../../domain/schedule/hours-while-closed";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { readOpeningRules } from "../../domain/schedule/parse-closures";
import type { ParseContext } from "../../domain/schedule/parse-opening-hours";
import { isDoubt } from "../../domain/schedule/schedule";
import { finding, problem, type RowProblem } from "./problem";

/** The text of a cell, and its column. */
interface TextCell {
  readonly column: string;
  readonly text: string | null;
}

/**
 * What the words of a row say of when a place is open; `null` rules where they say nothing. What is not understood is
 * a problem, and so are hours without a single day that is not closed; what the source itself leaves open ("ND") is no
 * problem.
 */
export function openingRulesOf(
  hours: TextCell,
  closures: TextCell | null,
  context: ParseContext,
): { readonly openingRules: OpeningRules | null; readonly problems: readonly RowProblem[] } {
  const openingRules = readOpeningRules(hours.text ?? "", closures?.text ?? "", context);
  if (openingRules === null) return { openingRules, problems: [] };
  const { schedules, unparsed } = openingRules;
  const columnOf = (isHours: boolean): string => (isHours ? hours : (closures ?? hours)).column;
  const rows = schedules.filter((row) => row.parseConfidence === "UNKNOWN");
  const doubts = [
    ...rows.map((row) => ({ column: columnOf(row.isException === null), text: row.rawText })),
    ...unparsed.filter(isDoubt).map(({ about, text }) => ({ column: columnOf(about === "HOURS"), text })),
  ];
  return {
    openingRules,
    problems: [
      ...doubts.map(({ column, text }) => problem("WARNING", keptAsText, column, text)),
      ...hoursWhileClosed(openingRules).map((found) => alwaysClosedProblem(found, hours.column)),
    ],
  };
}

function alwaysClosedProblem({ rules, byday, closure }: HoursWhileClosed, column: string): RowProblem {
  const { validFrom, validTo } = rules[0]!;
  const found = finding("HOURS_WHILE_CLOSED", "neverKept", {
    days: byday,
    from: validFrom,
    to: validTo,
    closure: closure.rawText,
  });
  return problem("WARNING", found, column, rules.map(({ rawText }) => rawText).join("; "));
}

const keptAsText = finding("HOURS_NOT_UNDERSTOOD", "keptAsText");
