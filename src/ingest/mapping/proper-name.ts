import { type Finding, finding } from "../kit/problem";
import { isTotalsWord } from "../kit/totals-word";
import type { ValueSpec } from "./cell.schema";
import { columnOf, type RowReader, requiredText, unreadable } from "./read-value";
import { foldWord } from "./value.schema";

/**
 * The name of a thing. A row that sums others names nothing: it is no place and no area.
 * @param whole names of the city: in a table of its parts, a row with one of them is their sum.
 */
export function properName(
  spec: ValueSpec,
  row: RowReader,
  missing: Finding,
  whole: readonly string[] = [],
): string | null {
  const name = requiredText(spec, row, missing);
  if (name === null || !(isTotalsWord(name) || whole.some((each) => foldWord(each) === foldWord(name))))
    return name;
  unreadable(row, finding("NOT_A_RECORD", "totalsRow"), columnOf(spec, row.cells), name);
  return null;
}
