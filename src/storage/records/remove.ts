import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { headersOf } from "./stored-item";

/**
 * Removes items that follow from others, with their edges; of records that people see, tombstones stay instead.
 * @param foundBy the edges by which the caller finds what is to be removed. They go last: killed in between, the next call
 * still finds it.
 */
export async function removeAll(
  table: Table,
  keys: readonly Key[],
  foundBy: readonly Key[] = [],
): Promise<void> {
  const headers = await headersOf(table, keys);
  const found = [...headers.values()];
  const last = new Set(foundBy.map(textOf));
  // Before the item, which lists those that are left.
  await table.batchWrite({
    deletes: found.flatMap(({ edgeKeys }) => edgeKeys.filter((edge) => !last.has(textOf(edge)))),
  });
  await table.batchWrite({ deletes: found });
  await table.batchWrite({ deletes: foundBy });
}

const textOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
