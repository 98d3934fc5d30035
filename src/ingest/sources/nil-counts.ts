import { createObservation, type Observation } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { QualityRule } from "../../domain/quality/quality-rule";
import { type Cell, noData, problem, readNumber } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
import { milano } from "./milano";

/** What all counts of one column share. */
export interface NilSeries {
  readonly indicatorCode: string;
  readonly period: string;
  readonly column: string;
  readonly sourceCode: string;
  /** What is broken where a cell cannot be read. */
  readonly rule: Extract<QualityRule, "NOT_A_COUNT" | "NOT_AN_INDEX">;
  /** What to know about every number of it. */
  readonly note: LocalizedText | null;
}

/** The NIL of which the number is written; a problem for anything else than 1 to 88. */
export function nilOf(text: string | undefined, column: string): number | RowProblem {
  const nil = readNumber(text ?? "");
  if (nil !== null && milano.nilNumbers.includes(nil)) return nil;
  const message = "NIL have the numbers 1 to 88. Rows are joined by this number, never by name.";
  return problem("ERROR", "UNKNOWN_AREA", column, text, message);
}

/** The number of a NIL. A cell that is empty or cannot be read is a missing number and not 0. */
export function nilObservation(
  series: NilSeries,
  nil: number,
  cell: Cell<number>,
): { readonly record: Observation; readonly problems: readonly RowProblem[] } {
  const { column } = series;
  const observation = (value: number | null, note: LocalizedText | null): Observation =>
    createObservation({
      ...place(series, milano.nilCode(nil), "NEIGHBOURHOOD"),
      value,
      status: value === null ? "MISSING" : "NORMAL",
      note,
      coverage: null,
    });
  switch (cell.kind) {
    case "value":
      return { record: observation(cell.value, series.note), problems: [] };
    case "blank": {
      const { note, problem: told } = noData(column, cell);
      return { record: observation(null, note), problems: [told] };
    }
    case "unreadable": {
      const text = JSON.stringify(cell.text.slice(0, 60));
      const note = {
        it: `La fonte scrive ${text}, che non è un numero adatto.`,
        en: `The source says ${text}, which is no fitting number.`,
      };
      const message =
        "It must be a number from 0, with a decimal point if any. Correct it or leave it empty.";
      return {
        record: observation(null, note),
        problems: [problem("ERROR", series.rule, column, cell.text, message)],
      };
    }
  }
}

/**
 * The city as the sum of its NIL, under the rules of ds205: NORMAL with all NIL in it, PROVISIONAL and naming those that
 * are not there otherwise. `unattributed` is what belongs to no NIL, `expected` one more where the source counts it.
 */
export function cityObservation(
  series: NilSeries,
  values: ReadonlyMap<number, number | null>,
  { unattributed = null, expected = milano.nilNumbers.length }: CitySum = {},
): Observation {
  const present = [...values.values()].flatMap((value) => value ?? []);
  const missing = milano.nilNumbers.filter((nil) => (values.get(nil) ?? null) === null);
  const parts = [...present, ...(unattributed === null ? [] : [unattributed])];
  const of = place(series, milano.cityCode, "CITY");
  const coverage = { expected, present: parts.length };
  if (present.length === 0) {
    const note = { it: "La fonte non dà valori.", en: "The source gives no values." };
    return createObservation({ ...of, value: null, status: "MISSING", note, coverage });
  }
  const value = parts.reduce((sum, part) => sum + part, 0);
  if (missing.length === 0)
    return createObservation({ ...of, value, status: "NORMAL", note: series.note, coverage });
  const note = {
    it: `Somma senza ${missing.length} NIL che la fonte non riporta: ${missing.join(", ")}.`,
    en: `Sum without ${missing.length} NIL that the source does not give: ${missing.join(", ")}.`,
  };
  return createObservation({ ...of, value, status: "PROVISIONAL", note, coverage });
}

interface CitySum {
  readonly unattributed?: number | null;
  readonly expected?: number;
}

const place = (
  { indicatorCode, period, sourceCode }: NilSeries,
  areaCode: string,
  areaLevel: "CITY" | "NEIGHBOURHOOD",
) => ({
  indicatorCode,
  areaCode,
  areaLevel,
  period,
  numerator: null,
  denominator: null,
  sourceCodes: [sourceCode],
});
