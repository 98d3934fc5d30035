import { type HoursWhileClosed, hoursWhileClosed } from "../../domain/schedule/hours-while-closed";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import type { ParseContext } from "../../domain/schedule/parse-opening-hours";
import { readOpeningRules } from "../../domain/schedule/read-opening-rules";
import { problem } from "./cells";
import type { RowProblem } from "./problem";

/** The columns with the texts; a file without closures has none. */
export interface HoursColumns {
  readonly hours: string;
  readonly closures: string | null;
}

/**
 * The opening rules in a row's texts; `null` rules if they state nothing. Unparsed text is reported as a problem, and
 * so are hours for which closures leave no day. What the source itself leaves open ("ND") is not a problem.
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
      ...doubts.map(({ column, text }) => problem("WARNING", "HOURS_NOT_UNDERSTOOD", column, text, message)),
      ...hoursWhileClosed(openingRules).map((found) => alwaysClosedProblem(found, columns.hours)),
    ],
  };
}

function alwaysClosedProblem({ rules, byday, closure }: HoursWhileClosed, column: string): RowProblem {
  const { validFrom, validTo } = rules[0]!;
  const message = `On ${byday.join(", ")} from ${validFrom} to ${validTo} these hours are never kept: "${closure.rawText}" closes each of these days. The closure counts. Correct one of the two.`;
  const text = rules.map(({ rawText }) => rawText).join("; ");
  return problem("WARNING", "HOURS_WHILE_CLOSED", column, text, message);
}

const message =
  "These words are kept as they are, and what they speak of is answered as unknown. Correct them at the source.";
