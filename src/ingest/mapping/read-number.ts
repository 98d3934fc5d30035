import type { Cell } from "../kit/cells";
import { type Finding, finding } from "../kit/problem";
import type { ValueSpec } from "./cell.schema";
import { type DecimalMark, markShown, otherMark } from "./column-signs";
import { isWithin, readIn } from "./number-in";
import { extracted } from "./pattern";
import { columnOf, noDataIn, type RowReader, rawCell, unreadable } from "./read-value";

/** A number in the notation of the column or the file. */
export function readNumber(spec: ValueSpec, row: RowReader): Cell<number> {
  if (spec.constant !== undefined) return { kind: "value", value: Number(spec.constant) };
  const column = columnOf(spec, row.cells)!;
  const none = noDataIn(spec, row, column);
  if (none !== null) return none;
  const text = numberText(spec, row, column);
  const marks = [spec.decimalChar ?? row.file.decimalChar].flat();
  const groupChar = spec.groupChar ?? row.file.groupChar ?? null;
  const readings = decided(readingsOf(text, marks, groupChar), column, row);
  const values = new Set(readings.map(({ value }) => value));
  const [value] = values;
  const { minimum, maximum, rule } = spec;
  const isCountColumn = spec.type === "count";
  const wanted = isCountColumn
    ? finding("NOT_A_COUNT", "count", { groupChar })
    : finding("NOT_A_NUMBER", "notInFormat", { minimum, maximum, marks, groupChar });
  const fault = (found: Finding) => unreadable(row, found, column, text, rule);
  if (value === undefined) return fault(isWithMore(text, marks, groupChar) ? notAlone : wanted);
  const doubt = values.size > 1 ? bothMarks : doubtOf(spec, column, text, readings, row);
  if (doubt !== null) return fault(doubt);
  if (value === "INEXACT") return fault(inexact);
  const isOne = (!isCountColumn || isCount(text, value, marks)) && isWithin(spec, value);
  return isOne ? { kind: "value", value } : fault(wanted);
}

/** The text of a cell that should be the number: the part that `extract` selects, or all of it if nothing matches. */
export function numberText({ extract }: ValueSpec, row: RowReader, column: string): string {
  const text = rawCell(row, column);
  return (extract === undefined ? "" : extracted(extract, text)) || text;
}

interface Reading {
  readonly mark: DecimalMark;
  readonly value: number | "INEXACT";
}

const readingsOf = (text: string, marks: readonly DecimalMark[], groupChar: string | null): Reading[] =>
  marks.flatMap((mark) => {
    const value = readIn(text, { decimalChar: mark, ...groupOf(groupChar, mark) });
    return value === null ? [] : [{ mark, value }];
  });

/** Of two readings the one that other cells of the column show, if they show one only. */
function decided(readings: readonly Reading[], column: string, { signs }: RowReader): readonly Reading[] {
  if (signs === undefined || new Set(readings.map(({ value }) => value)).size < 2) return readings;
  const isShown = ({ mark }: Reading): boolean =>
    signs.signOf(column, mark) !== null && signs.signOf(column, otherMark(mark)) === null;
  const shown = readings.filter(isShown);
  return shown.length > 0 ? shown : readings;
}

/** A column with a decimal point in a file with points between thousands has none between its own. */
const groupOf = (groupChar: string | null, mark: DecimalMark) =>
  groupChar === null || groupChar === mark ? {} : { groupChar: groupChar as "." };

/**
 * Why a text such as 1.234 has no certain meaning: another cell of its column is only a number with the other decimal mark.
 * Marks that the mapping file gives for this column itself are certain.
 */
function doubtOf(
  { decimalChar, groupChar }: ValueSpec,
  column: string,
  text: string,
  [reading]: readonly Reading[],
  { signs }: RowReader,
): Finding | null {
  const isOwn = (decimalChar !== undefined || groupChar !== undefined) && !Array.isArray(decimalChar);
  if (isOwn || signs === undefined || markShown(text) !== "EITHER") return null;
  const sign = signs.signOf(column, otherMark(reading!.mark));
  return sign === null
    ? null
    : finding("NOT_A_NUMBER", "columnDisagrees", { line: sign.line, word: sign.text });
}

const bothMarks = finding("NOT_A_NUMBER", "bothMarks");
const inexact = finding("NOT_A_NUMBER", "inexact");
const notAlone = finding("NOT_A_NUMBER", "notAlone");

/** Whether the text is a number with a unit, a percent sign or the mark of a footnote. */
function isWithMore(text: string, marks: readonly DecimalMark[], groupChar: string | null): boolean {
  const [part] = /\d(?:[\d.,'\u2019 \u00a0\u2009\u202f]*\d)?/.exec(text) ?? [];
  const rest = part === undefined ? "" : text.replace(part, "");
  return part !== undefined && /[^-+\s]/.test(rest) && !/[\d.,]/.test(rest.replace(/\(\d+\)/g, ""))
    ? readingsOf(part, marks, groupChar).length > 0
    : false;
}

/** `1.000` may be a thousand written with a point: a count has no decimals, not even zeros. */
const isCount = (text: string, value: number, marks: readonly string[]): boolean =>
  Number.isSafeInteger(value) && !/[-+e]/i.test(text) && !marks.some((mark) => text.includes(mark));
