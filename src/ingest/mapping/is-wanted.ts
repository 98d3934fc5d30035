import type { MappedRow } from "./mapped-row";
import type { RecordMapping } from "./record.schema";
import type { WhenMapping } from "./row.schema";
import { foldWord } from "./value.schema";

/** Whether a row meets `when` of a record. */
export const isWanted = ({ when }: RecordMapping, { cells }: MappedRow): boolean =>
  [when ?? []].flat().every((condition) => isMet(condition, cells));

function isMet({ column, is, isNot, filled }: WhenMapping, cells: MappedRow["cells"]): boolean {
  const word = foldWord(Object.hasOwn(cells, column) ? cells[column]! : "");
  if (filled !== undefined) return filled === (word !== "");
  const listed = (is ?? isNot)!.some((each) => foldWord(each) === word);
  return is !== undefined ? listed : !listed;
}
