import { type HoursWhileClosed, hoursWhileClosed } from "../../domain/schedule/hours-while-closed";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { parseClosures } from "../../domain/schedule/parse-closures";
import { parseOpeningHours } from "../../domain/schedule/parse-opening-hours";
import type { RowProblem } from "../problem";
import { problem } from "./cells";
import { milano } from "./milano";

export const hoursColumns = { hours: "Orari di apertura", closures: "Periodo di chiusura" } as const;

/** The dataset is about the summer of this year, which its texts leave out. */
const context = { year: 2026, timezone: milano.timezone };

/**
 * What the two texts say of when a house is open. What is not understood is kept in the rules, where it makes answers
 * unknown, and told as a problem; what the source itself leaves open ("ND") is no problem.
 */
export function hoursOf(cells: Readonly<Record<string, string>>): {
  readonly openingRules: OpeningRules | null;
  readonly problems: readonly RowProblem[];
} {
  const hours = parseOpeningHours(cells[hoursColumns.hours] ?? "", context);
  const closures = parseClosures(cells[hoursColumns.closures] ?? "", context);
  const schedules = [...hours.schedules, ...closures.schedules];
  const unparsed = [...hours.unparsed, ...closures.unparsed];
  const isSilent = schedules.length === 0 && unparsed.length === 0 && !closures.closuresKnown;
  const rows = schedules.filter((row) => row.parseConfidence === "UNKNOWN");
  const doubts = [
    ...rows.map((row) => ({ column: columnOf(row.isException === null), text: row.rawText })),
    ...unparsed
      .filter(({ reason }) => reason !== "NOT_STATED")
      .map(({ about, text }) => ({ column: columnOf(about === "HOURS"), text })),
  ];
  const rules = { schedules, unparsed, closuresKnown: closures.closuresKnown };
  return {
    openingRules: isSilent ? null : rules,
    problems: [
      ...doubts.map(({ column, text }) => problem("WARNING", "HOURS_NOT_UNDERSTOOD", column, text, message)),
      ...hoursWhileClosed(rules).map(neverKept),
    ],
  };
}

function neverKept({ rules, byday, closure }: HoursWhileClosed): RowProblem {
  const { validFrom, validTo } = rules[0]!;
  const message = `On ${byday.join(", ")} from ${validFrom} to ${validTo} these hours are never kept: "${closure.rawText}" closes each of these days. The closure counts. Correct one of the two.`;
  const text = rules.map(({ rawText }) => rawText).join("; ");
  return problem("WARNING", "HOURS_WHILE_CLOSED", hoursColumns.hours, text, message);
}

const message =
  "These words are kept as they are, and what they speak of is answered as unknown. Correct them at the source.";

const columnOf = (isHours: boolean): string => (isHours ? hoursColumns.hours : hoursColumns.closures);
