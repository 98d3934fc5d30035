import { type RowProblem, shown } from "../kit/problem";

/** A JSON object, verbatim. */
export interface JsonRow {
  /** Line of an NDJSON file, from 1; index of the record in a JSON file, from 0. */
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface JsonOptions {
  /** Fields that every record must have, not null; others may be there. */
  readonly fields: readonly string[];
}

/** The fault of a value that should be a record; `null` for a record. */
export function recordProblem(value: unknown, { fields }: JsonOptions): RowProblem | null {
  if (!isObject(value)) return notARecord("This is no JSON object. Correct it at its source.", null, value);
  const missing = fields.filter((name) => value[name] === undefined || value[name] === null);
  if (missing.length === 0) return null;
  const message = `The record lacks ${missing.join(", ")}. Correct it at its source.`;
  // Not the record itself: it may concern persons, and a report is public.
  return notARecord(message, missing[0]!, null);
}

export const isObject = (value: unknown): value is JsonRow["fields"] =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const notARecord = (message: string, column: string | null, value: unknown): RowProblem => ({
  column,
  value: shown(value),
  rule: "NOT_A_RECORD",
  severity: "ERROR",
  message,
});
