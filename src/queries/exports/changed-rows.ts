import type { EntityName } from "../../storage/records/hub-record";
import { codecOf } from "../../storage/records/hub-record";
import type { ExportContext } from "./export-context";
import type { AnySet } from "./export-set";
import { exportSets } from "./export-sets";
import { rowBatch } from "./row-batch";

/** Whether the rows of a set follow from records in the list of changes. */
export const isFollowed = ({ record }: AnySet): boolean => codecOf(record).feed === true;

/** The rows that a record has now, by the name of the set; an empty list where it has none. */
export type ChangedRows = Readonly<Record<string, readonly object[]>>;

/**
 * The present rows of a record in every set that is made of its type: a copy replaces the rows of this record by them. Of a record that is
 * gone, or leads to another one, there are none.
 */
export function changedRows(
  { type, code }: { readonly type: string; readonly code: string },
  context: ExportContext,
): ChangedRows {
  const sets = exportSets.filter((set) => isFollowed(set) && codecOf(set.record).type === type);
  return Object.fromEntries(
    sets.map((set) => {
      const record = context.records[set.record as EntityName].one(code);
      const isThere = record !== null && codecOf(set.record).code(record) === code;
      return [set.name, isThere ? rowBatch(set, [record], context).objects : []];
    }),
  );
}
