import { type Finding, finding, problem, type RowProblem } from "../kit/problem";
import type { ReadValue } from "./read-whole";

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

/** A value as a record. */
export const readRecord =
  ({ fields }: JsonOptions): ReadValue<JsonRow> =>
  (value) => {
    if (!isObject(value)) return notARecord(finding("NOT_A_RECORD", "notObject"), null, value);
    const missing = fields.filter((name) => value[name] === undefined || value[name] === null);
    if (missing.length === 0) return { fields: value };
    // Not the record itself: it may name persons, and a report is public.
    return notARecord(finding("NOT_A_RECORD", "lacks", { fields: missing }), missing[0]!, null);
  };

export const isObject = (value: unknown): value is JsonRow["fields"] =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const notARecord = (found: Finding, column: string | null, value: unknown): RowProblem =>
  problem("ERROR", found, column, value);
