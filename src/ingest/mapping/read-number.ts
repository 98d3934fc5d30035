import type { Cell } from "../kit/cells";
import type { ValueSpec } from "./cell.schema";
import { boundsText, isWithin, numberIn } from "./number-in";
import { columnOf, noDataIn, type RowReader, rawCell, unreadable } from "./read-value";

/** A number in the notation of the file or the column. */
export function readNumber(spec: ValueSpec, row: RowReader): Cell<number> {
  if (spec.constant !== undefined) return { kind: "value", value: Number(spec.constant) };
  const column = columnOf(spec, row.cells)!;
  const none = noDataIn(spec, row, column);
  if (none !== null) return none;
  const text = rawCell(row, column);
  const { groupChar } = row.file;
  const marks = [spec.decimalChar ?? row.file.decimalChar].flat();
  const numbers = marks.map((decimalChar) =>
    numberIn(text, { decimalChar, ...(groupChar && { groupChar }) }),
  );
  const value = numbers.find((number) => number !== null) ?? null;
  const isOne =
    value !== null && (spec.type !== "count" || isCount(text, value, marks)) && isWithin(spec, value);
  if (isOne) return { kind: "value", value };
  const usual = spec.type === "count" ? "NOT_A_COUNT" : "NOT_A_NUMBER";
  return unreadable(row, spec.rule ?? usual, column, text, numberMessage(spec, marks, groupChar));
}

/** `1.000` may be a thousand written with a point: a count has no decimals, not even zeros. */
const isCount = (text: string, value: number, marks: readonly string[]): boolean =>
  Number.isSafeInteger(value) && !/[-+e]/i.test(text) && !marks.some((mark) => text.includes(mark));

function numberMessage(spec: ValueSpec, marks: readonly string[], groupChar: string | undefined): string {
  const groups = groupChar === undefined ? "no mark between thousands" : `"${groupChar}" between thousands`;
  const form =
    spec.type === "count"
      ? `a whole number from 0 with ${groups}`
      : `a number${boundsText(spec)} with "${marks.join('" or "')}" before decimals and ${groups}`;
  return `The cell must hold ${form}, as the mapping file says. Correct it or leave it empty.`;
}
