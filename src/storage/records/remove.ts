import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { headersOf } from "./stored-item";

/**
 * Removes derived items with their edges. Records that users see get tombstones instead.
 * @param foundBy edges that lead the caller to the items. They are removed last, so that the next call still finds the items
 * after an interruption.
 */
export async function removeAll(
  table: Table,
  keys: readonly Key[],
  foundBy: readonly Key[] = [],
): Promise<void> {
  const headers = await headersOf(table, keys);
  const found = [...headers.values()];
  const last = new Set(foundBy.map(textOf));
  // Before the item, which lists the remaining ones.
  await table.batchWrite({
    deletes: found.flatMap(({ edgeKeys }) => edgeKeys.filter((edge) => !last.has(textOf(edge)))),
  });
  await table.batchWrite({ deletes: found });
  await table.batchWrite({ deletes: foundBy });
}

const textOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
