import { HubError } from "../../domain/kit/errors";
import { type EntityRef, mostShown } from "../../domain/quality/data-quality-issue";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";

/** A problem as a mapping states it: the runner adds source and line. */
export interface RowProblem {
  readonly column: string | null;
  /** The cell, verbatim, at most 200 characters. */
  readonly value: string | null;
  readonly rule: QualityRule;
  readonly severity: Severity;
  readonly message: string;
  /** The record concerned; the first record of the row if absent. */
  readonly about?: EntityRef;
}

/** A problem as a reader or `finish` states it. */
export interface LineProblem extends RowProblem {
  /** Line of a CSV file, from 1; index of a GeoJSON feature or JSON record, from 0; `null` for the file as a whole. */
  readonly line: number | null;
}

/** One problem in one place of a file. Nothing is repaired: the message states the fault and its correction. */
export interface SourceProblem extends Omit<LineProblem, "about"> {
  /** Code of the source, for example `ds205`. */
  readonly source: string;
  readonly about: EntityRef | null;
  /** Code of the DataQualityIssue that the hub stores for it. */
  readonly issue: string;
}

/** The content of a cell or property, cut to a length that fits a report. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  // By characters, not by UTF-16 units: the table cannot store half a character.
  const characters = [...text.slice(0, 2 * mostShown + 2)];
  return characters.length > mostShown ? `${characters.slice(0, mostShown - 3).join("")}...` : text;
}

/** Problems of the file as a whole come first. */
export const byLine = (a: LineProblem, b: LineProblem): number => (a.line ?? -1) - (b.line ?? -1);

/** @throws any error that is not a HubError. */
export function invalid(error: unknown): RowProblem {
  if (!(error instanceof HubError)) throw error;
  return {
    column: error.where,
    value: null,
    rule: "INVALID_RECORD",
    severity: "ERROR",
    message: shown(`${error.message} ${error.hint}`)!,
  };
}
