import type { Cell } from "../kit/cells";
import { finding } from "../kit/problem";
import type { ValueSpec } from "./cell.schema";
import { isWithin, numberIn } from "./number-in";
import { columnOf, noDataIn, type RowReader, rawCell, unreadable } from "./read-value";

/** A number in the notation of the file or the column. */
export function readNumber(spec: ValueSpec, row: RowReader): Cell<number> {
  if (spec.constant !== undefined) return { kind: "value", value: Number(spec.constant) };
  const column = columnOf(spec, row.cells)!;
  const none = noDataIn(spec, row, column);
  if (none !== null) return none;
  const text = rawCell(row, column);
  const { groupChar = null } = row.file;
  const marks = [spec.decimalChar ?? row.file.decimalChar].flat();
  const numbers = marks.map((decimalChar) =>
    numberIn(text, { decimalChar, ...(groupChar !== null && { groupChar }) }),
  );
  const value = numbers.find((number) => number !== null) ?? null;
  const isOne =
    value !== null && (spec.type !== "count" || isCount(text, value, marks)) && isWithin(spec, value);
  if (isOne) return { kind: "value", value };
  const { minimum, maximum, rule } = spec;
  const found =
    spec.type === "count"
      ? finding("NOT_A_COUNT", "count", { groupChar })
      : finding("NOT_A_NUMBER", "notInFormat", { minimum, maximum, marks, groupChar });
  return unreadable(row, found, column, text, rule);
}

/** `1.000` may be a thousand written with a point: a count has no decimals, not even zeros. */
const isCount = (text: string, value: number, marks: readonly string[]): boolean =>
  Number.isSafeInteger(value) && !/[-+e]/i.test(text) && !marks.some((mark) => text.includes(mark));
