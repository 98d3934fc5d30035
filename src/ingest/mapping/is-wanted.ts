import type { MappedRow } from "./mapped-row";
import type { RecordMapping } from "./record.schema";
import { foldWord } from "./value.schema";

/** Whether a row meets `when` of a record. */
export function isWanted({ when }: RecordMapping, { cells }: MappedRow): boolean {
  if (when === undefined) return true;
  const word = foldWord(Object.hasOwn(cells, when.column) ? cells[when.column]! : "");
  if (when.filled === true) return word !== "";
  const listed = (when.is ?? when.isNot)!.some((each) => foldWord(each) === word);
  return when.is !== undefined ? listed : !listed;
}
