import type { MappedRow } from "./mapped-row";
import type { RecordMapping } from "./record.schema";
import type { WhenMapping } from "./row.schema";
import { foldWord } from "./value.schema";

/** Whether a row meets `when` of a record. */
export const isWanted = (
  { when }: Pick<RecordMapping, "when">,
  { cells }: Pick<MappedRow, "cells">,
): boolean => [when ?? []].flat().every((condition) => isMet(condition, cells));

function isMet(condition: WhenMapping, cells: MappedRow["cells"]): boolean {
  const { column, is, isNot, filled } = condition;
  const cell = Object.hasOwn(cells, column) ? cells[column]! : "";
  const word = foldWord(cell);
  if (filled !== undefined) return filled === (word !== "");
  if (is === undefined && isNot === undefined) return isWithinNumbers(condition, cell);
  const listed = (is ?? isNot)!.some((each) => foldWord(each) === word);
  return is !== undefined ? listed : !listed;
}

/** Of a class such as 65-69 the first number is its beginning and the last one its end; 100+ has no end above 100. */
function isWithinNumbers({ minimum = -Infinity, maximum = Infinity }: WhenMapping, cell: string): boolean {
  const numbers = (cell.match(/\d+/g) ?? []).map(Number);
  return numbers.length > 0 && numbers[0]! >= minimum && numbers.at(-1)! <= maximum;
}
