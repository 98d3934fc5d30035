/** Every rule that an import checks; tests, reports and the guide name them. */
export const problemRules = [
  "AREA_MISMATCH",
  "CELL_COUNT",
  "COLUMNS_REPEATED",
  "COORDINATES_DISAGREE",
  "CUT_FILE",
  "DUPLICATE",
  "EMPTY_CELL",
  "HOURS_NOT_UNDERSTOOD",
  "INVALID_RECORD",
  "NOT_A_CODE",
  "NOT_A_COORDINATE",
  "NOT_A_COUNT",
  "NOT_A_DATE",
  "NOT_A_GEOMETRY",
  "NOT_A_PHONE",
  "NOT_AN_AREA",
  "NOT_A_SHARE",
  "NOT_YES_OR_NO",
  "POINT_OUTSIDE_CITY",
  "QUOTE_NOT_CLOSED",
  "SOURCE_UNREADABLE",
  "TOTAL_DIFFERS",
  "UNKNOWN_AREA",
] as const;
export type ProblemRule = (typeof problemRules)[number];

/**
 * ERROR: something that the file says could not be taken over. WARNING: it was taken over as it stands, but looks
 * wrong. NOTICE: nothing to mend, good to know.
 */
export type Severity = "ERROR" | "WARNING" | "NOTICE";

/** One thing about one place of a file. Nothing is repaired: the message says what is wrong and how to mend it. */
export interface SourceProblem {
  /** Code of the source, for example `ds205`. */
  readonly source: string;
  /** Line of a CSV file, from 1; index of a GeoJSON feature, from 0; `null` for the file as a whole. */
  readonly line: number | null;
  readonly column: string | null;
  /** What stands there, word for word, at most 200 characters. */
  readonly value: string | null;
  readonly rule: ProblemRule;
  readonly severity: Severity;
  readonly message: string;
}

/** A problem as a mapping states it: the runner knows source and line. */
export type RowProblem = Omit<SourceProblem, "source" | "line">;

/** What stood in a cell or property, cut to a length that fits a report. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
