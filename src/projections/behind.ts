import { tableRepositories } from "../storage";
import type { Key } from "../storage/engine/key";
import type { Table } from "../storage/engine/table";
import { dataVersionIn, keys } from "../storage/records/keys";
import { includes, rootKey, rootOf } from "../storage/snapshots/root";
import type { Change } from "./projection";

/**
 * The writes of some changes: a mark stands for what an edit wrote, of this process or of another one, and for the version of the
 * data that includes it.
 */
export async function writesOf(table: Table, changes: readonly Change[]): Promise<Change[]> {
  const writes: Change[] = [];
  for (const change of changes) {
    const version = dataVersionIn(change.key);
    if (version === null) writes.push(change);
    else {
      const mark = (await table.get(change.key, true)) as { readonly written?: readonly Key[] } | null;
      if (mark?.written) table.unpublished.addDataVersion(version);
      writes.push(...(mark?.written ?? []).map((key) => ({ key })));
    }
  }
  return writes;
}

/** Versions of the data that are not published: more than a few have no marks. */
const mostMarked = 100;

/** The versions of the data that no publication includes; `null` if there are too many to look at each. */
export async function unpublishedVersions(table: Table): Promise<number[] | null> {
  const { version } = await tableRepositories(table).hub.dataVersion();
  const root = rootOf(await table.get(rootKey, true));
  const count = version - root.dataVersion;
  if (count > mostMarked) return null;
  const all = Array.from({ length: Math.max(0, count) }, (_, i) => root.dataVersion + 1 + i);
  return all.filter((each) => !includes(root, each));
}

/** The marks of edits that no publication includes. */
export const unpublishedMarks = async (table: Table): Promise<Change[]> =>
  ((await unpublishedVersions(table)) ?? []).map((version) => ({ key: keys.dataWrites(version) }));

/**
 * Whether something may have been written that no publication will find: by a run that was killed, or for another release. An edit
 * that is not published yet is found by its mark.
 */
export async function isBehind(table: Table): Promise<boolean> {
  const { hub } = tableRepositories(table);
  if (await hub.isUnfinished()) return true;
  if (rootOf(await table.get(rootKey, true)).version === 0) return (await hub.dataVersion()).version > 0;
  const versions = await unpublishedVersions(table);
  if (versions === null) return true;
  const marks = await table.batchGet(versions.map(keys.dataWrites), ["pk", "sk"], true);
  if (marks.length === versions.length) return false;
  // A publication removes the marks of what it includes: it may have come in between.
  const marked = new Set(marks.map((mark) => dataVersionIn(mark)));
  const root = rootOf(await table.get(rootKey, true));
  return versions.some((version) => !marked.has(version) && !includes(root, version));
}
