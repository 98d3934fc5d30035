import type { MappedRow } from "./mapped-row";
import type { RecordMapping } from "./record.schema";
import { foldWord } from "./value.schema";

type Condition = NonNullable<RecordMapping["when"]>;

/** Whether a row meets `when` of a record. */
export function isWanted(
  { when }: Pick<RecordMapping, "when">,
  { cells }: Pick<MappedRow, "cells">,
): boolean {
  if (when === undefined) return true;
  const cell = Object.hasOwn(cells, when.column) ? cells[when.column]! : "";
  const { is, isNot } = when;
  if (is === undefined && isNot === undefined) return isWithinNumbers(when, cell);
  const word = foldWord(cell);
  const listed = (is ?? isNot)!.some((each) => foldWord(each) === word);
  return is !== undefined ? listed : !listed;
}

/** Of a class such as 65-69 the first number is its beginning and the last one its end; 100+ has no end above 100. */
function isWithinNumbers({ minimum = -Infinity, maximum = Infinity }: Condition, cell: string): boolean {
  const numbers = (cell.match(/\d+/g) ?? []).map(Number);
  return numbers.length > 0 && numbers[0]! >= minimum && numbers.at(-1)! <= maximum;
}
