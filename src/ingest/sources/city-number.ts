import { createObservation, type Observation } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { QualityRule } from "../../domain/quality/quality-rule";
import { type Cell, noData, problem } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
import { milano } from "./milano";

interface CityNumber {
  readonly indicatorCode: string;
  readonly period: string;
  readonly column: string;
  readonly cell: Cell<number>;
  readonly sourceCode: string;
  /** What is broken where the cell cannot be read. */
  readonly rule: Extract<QualityRule, "NOT_A_COUNT" | "NOT_AN_INDEX">;
}

/** One number of the whole city. A cell that is empty or cannot be read is a missing number and not 0. */
export function cityNumber(fields: CityNumber): { record: Observation; problems: RowProblem[] } {
  const { cell, column } = fields;
  switch (cell.kind) {
    case "value":
      return { record: observationOf(fields, cell.value, null), problems: [] };
    case "blank": {
      const { note, problem: empty } = noData(column, cell);
      return { record: observationOf(fields, null, note), problems: [empty] };
    }
    case "unreadable": {
      const text = JSON.stringify(cell.text.slice(0, 60));
      const note = {
        it: `La fonte scrive ${text}, che non è un numero.`,
        en: `The source says ${text}, which is no number.`,
      };
      const message = "It must be a number, with a decimal point if any. Correct it or leave it empty.";
      return {
        record: observationOf(fields, null, note),
        problems: [problem("ERROR", fields.rule, column, cell.text, message)],
      };
    }
  }
}

const observationOf = (
  { indicatorCode, period, sourceCode }: CityNumber,
  value: number | null,
  note: LocalizedText | null,
): Observation =>
  createObservation({
    indicatorCode,
    areaCode: milano.cityCode,
    areaLevel: "CITY",
    period,
    value,
    numerator: null,
    denominator: null,
    status: value === null ? "MISSING" : "NORMAL",
    note,
    coverage: null,
    sourceCodes: [sourceCode],
  });

/** `null` for a year, and what is wrong for anything else. */
export const problemOfYear = (year: string): RowProblem | null =>
  /^\d{4}$/.test(year)
    ? null
    : problem("ERROR", "NOT_A_DATE", "anno", year, "The year must have four digits.");

/** A row about something that the declaration of the source does not name. */
export const unknownSeries = (column: string, name: string): RowProblem =>
  problem(
    "ERROR",
    "NOT_A_CODE",
    column,
    name,
    "The source is not known to have this series: check the name.",
  );
