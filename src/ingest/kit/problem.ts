import { HubError } from "../../domain/kit/errors";
import { type BothLanguages, inBothLanguages, type ValuesOf } from "../../domain/kit/messages/both-languages";
import { problems as en } from "../../domain/kit/messages/en/problems";
import { problems as it } from "../../domain/kit/messages/it/problems";
import { type EntityRef, mostShown } from "../../domain/quality/data-quality-issue";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";

/** What is wrong, in English and Italian, and the rule that it breaks. */
export interface Finding {
  readonly rule: QualityRule;
  readonly message: string;
  readonly messageIt: string;
}

/** A problem as a mapping states it: the runner knows source and line. */
export interface RowProblem extends Finding {
  readonly column: string | null;
  /** The text of the cell, word for word, at most 200 characters. */
  readonly value: string | null;
  readonly severity: Severity;
  /** The record concerned; the first record of the row when absent. */
  readonly about?: EntityRef;
  /** Codes of the observations whose numbers the text quotes. */
  readonly quotes?: readonly string[];
}

/** A problem as a reader or `finish` states it. */
export interface LineProblem extends RowProblem {
  /** Line of a CSV file, from 1; index of a GeoJSON feature or JSON record, from 0; `null` for the file as a whole. */
  readonly line: number | null;
}

/** One thing about one place of a file. Nothing is repaired: the message says what is wrong and how to correct it. */
export interface SourceProblem extends Omit<LineProblem, "about" | "quotes"> {
  /** Code of the source, for example `ds205`. */
  readonly source: string;
  readonly about: EntityRef | null;
  /** Code of the DataQualityIssue that the hub stores for it. */
  readonly issue: string;
}

/** The text of a cell or property, cut to a length that fits a report. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  // By characters, not by UTF-16 units: the table cannot store half a character.
  const characters = [...text.slice(0, 2 * mostShown + 2)];
  return characters.length > mostShown ? `${characters.slice(0, mostShown - 3).join("")}...` : text;
}

type Catalogue = typeof en;

/** An entry of the catalogue of problems, filled in with its values. */
export function finding<Rule extends keyof Catalogue, Name extends keyof Catalogue[Rule]>(
  rule: Rule,
  name: Name,
  ...values: ValuesOf<Catalogue[Rule][Name]>
): Finding {
  return foundAs(rule, inBothLanguages(en[rule][name], it[rule][name], ...values));
}

/** What a source or a library says itself. */
export const foundAs = (rule: QualityRule, { en: message, it: messageIt }: BothLanguages): Finding => ({
  rule,
  message,
  messageIt,
});

export const problem = (
  severity: Severity,
  found: Finding,
  column: string | null,
  value: unknown,
): RowProblem => ({ ...found, severity, column, value: shown(value) });

/** What is said of the file as a whole comes first. */
export const byLine = (a: LineProblem, b: LineProblem): number => (a.line ?? -1) - (b.line ?? -1);

/** @throws any error that is not a HubError. */
export function invalid(error: unknown): RowProblem {
  if (!(error instanceof HubError)) throw error;
  return problem("ERROR", invalidRecord(error), error.where, null);
}

/** Also of an error that nobody foresaw: it must not stop the rows after it. */
export function failed(error: unknown): RowProblem {
  if (error instanceof HubError) return invalid(error);
  const reason = shown(error instanceof Error ? error.message : String(error))!;
  return problem("ERROR", finding("INVALID_RECORD", "unexpected", { reason }), null, null);
}

/** Why there is no record, cut to a length that fits a report. */
export function invalidRecord(error: HubError): Finding {
  const { rule, message, messageIt } = ofError("INVALID_RECORD", error);
  return { rule, message: shown(message)!, messageIt: shown(messageIt)! };
}

/** An error in its own words. */
export const ofError = (rule: QualityRule, { message, messageIt, hint, hintIt }: HubError): Finding => ({
  rule,
  message: `${message} ${hint}`,
  messageIt: `${messageIt} ${hintIt}`,
});
