import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { isKeptFor, longReaderKey } from "./long-reader";
import { type BlobRef, commitOf, type Root, rootKey, rootOf } from "./root";
import { blobKeys } from "./snapshot-store";

/** Late readers still need replaced pages for so long. */
const keptMs = 60_000;
/** The list of replaced pages is a part of the root, so it has a bound. */
const mostRetired = 4_000;

/** What may still be read, and what is removed now. */
export function retirement(
  { retired }: Root,
  replaced: readonly BlobRef[],
  now: number,
  reader: Item | null,
) {
  const all = [...retired, ...replaced.map(({ id, parts }) => ({ id, parts, at: now }))];
  const isOld = (at: number): boolean => at < now - keptMs && !isKeptFor(reader, at, now);
  const obsolete = all.filter(({ at }, i) => isOld(at) || i < all.length - mostRetired);
  const gone = new Set(obsolete);
  return { obsolete, retired: all.filter((each) => !gone.has(each)) };
}

/**
 * Removes replaced pages that nobody needs any more, without waiting for the next publication.
 * @param until which of them count, and `now`: both in milliseconds since 1970.
 * @returns how many are left that were replaced before it.
 */
export async function sweepReplaced(table: Table, until: number, now: number): Promise<number> {
  const root = rootOf(await table.get(rootKey, true));
  const isEarlier = ({ at }: { readonly at: number }): boolean => at <= until;
  if (!root.retired.some(isEarlier)) return 0;
  const reader = await table.get(longReaderKey, true);
  const { obsolete, retired } = retirement(root, [], now, reader);
  // A publication meanwhile has removed them itself, or leaves them to the next look.
  const swept = table.update(rootKey, commitOf(root.version, { ...root, retired }));
  if ((await ifUnchanged(swept, () => null)) === null) return sweepReplaced(table, until, now);
  await table.batchWrite({ deletes: obsolete.flatMap(blobKeys) });
  return retired.filter(isEarlier).length;
}
