import { type HoursWhileClosed, hoursWhileClosed } from "../../domain/schedule/hours-while-closed";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { readOpeningRules } from "../../domain/schedule/parse-closures";
import type { ParseContext } from "../../domain/schedule/parse-opening-hours";
import { finding, problem, type RowProblem } from "./problem";

/** The columns with the texts; a file without closures has none. */
export interface HoursColumns {
  readonly hours: string;
  readonly closures: string | null;
}

/**
 * What the words of a row say of when a place is open; `null` rules where they say nothing. What is not understood is
 * a problem, and so are hours without a single day that is not closed; what the source itself leaves open ("ND") is no
 * problem.
 */
export function openingRulesOf(
  cells: Readonly<Record<string, string>>,
  columns: HoursColumns,
  context: ParseContext,
): { readonly openingRules: OpeningRules | null; readonly problems: readonly RowProblem[] } {
  const closuresText = columns.closures === null ? "" : (cells[columns.closures] ?? "");
  const openingRules = readOpeningRules(cells[columns.hours] ?? "", closuresText, context);
  if (openingRules === null) return { openingRules, problems: [] };
  const { schedules, unparsed } = openingRules;
  const columnOf = (isHours: boolean): string =>
    isHours ? columns.hours : (columns.closures ?? columns.hours);
  const rows = schedules.filter((row) => row.parseConfidence === "UNKNOWN");
  const doubts = [
    ...rows.map((row) => ({ column: columnOf(row.isException === null), text: row.rawText })),
    ...unparsed
      .filter(({ reason }) => reason !== "NOT_STATED")
      .map(({ about, text }) => ({ column: columnOf(about === "HOURS"), text })),
  ];
  return {
    openingRules,
    problems: [
      ...doubts.map(({ column, text }) => problem("WARNING", keptAsText, column, text)),
      ...hoursWhileClosed(openingRules).map((found) => alwaysClosedProblem(found, columns.hours)),
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
