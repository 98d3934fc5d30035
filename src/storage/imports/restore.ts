import type { Observation } from "../../domain/indicators/observation";
import { isSuppressedRecord, suppressed } from "../../domain/indicators/suppressed";
import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import type { Codec } from "../records/codec";
import { codecOf, type HubRecord } from "../records/hub-record";
import { keys } from "../records/keys";
import { idOf, isTombstone, nextItem, type StoredItem } from "../records/stored-item";
import { clearLists, removeAll, writeGone } from "../records/write-gone";
import { edgesOf, writeVersion } from "../records/write-version";
import type { JournalEntry } from "./import-journal";

/** Whose writes are reverted: those of one source under one lease. */
export interface RunAuthor {
  readonly origin: string;
  readonly fence: number;
}

export interface RestoreOptions {
  /** Code of the reverting run, for the history. */
  readonly changedBy: string;
  readonly reason: string;
  readonly now: string;
  readonly fence: number;
}

/**
 * CONFLICT: changed by another writer since, so it stays. REMOVED: it did not exist before. UNTOUCHED: the run stopped
 * before writing it, or it was reverted already.
 */
export type RestoreOutcome = "CONFLICT" | "REMOVED" | "RESTORED" | "UNTOUCHED";

export interface Restored {
  readonly outcome: RestoreOutcome;
  /** The former and the present record, for the projections. */
  readonly records: readonly HubRecord[];
}

const untouched: Restored = { outcome: "UNTOUCHED", records: [] };
const conflict: Restored = { outcome: "CONFLICT", records: [] };

/** Restores one record to its state before a run. */
export async function restore(
  table: Table,
  entry: JournalEntry,
  author: RunAuthor,
  options: RestoreOptions,
): Promise<Restored> {
  const current = (await table.get(entry.key, true)) as StoredItem | null;
  const restored =
    entry.images === null
      ? restoreVersion(table, entry, current, author, options)
      : restoreImage(table, entry, entry.images, current, author, options);
  return ifUnchanged(restored, () => conflict);
}

const isBy = (item: StoredItem, { origin, fence }: RunAuthor): boolean =>
  item.fence === fence && item.origin === origin && item.changedBy === origin;

/** Versions of one record that are examined: with more since the run, it counts as changed since. */
const maxVersions = 100;

async function restoreVersion(
  table: Table,
  entry: JournalEntry,
  current: StoredItem | null,
  author: RunAuthor,
  { changedBy, reason, now, fence }: RestoreOptions,
): Promise<Restored> {
  const { type, key, code } = entry;
  const partition = keys.history(key, "", 0).pk;
  const { items } = await table.query({ partition, descending: true, consistent: true }, maxVersions);
  const versions = [...(current === null ? [] : [current]), ...(items as StoredItem[])];
  const [last] = versions;
  if (last === undefined) return untouched;
  if (last.reason === reason) {
    if (isTombstone(last)) await clearLists(table, [last]);
    // Its projections may still be outdated.
    return { outcome: "UNTOUCHED", records: recordsOf(entry, ...versions.slice(0, 2)) };
  }
  if (!isBy(last, author)) return versions.some((version) => isBy(version, author)) ? conflict : untouched;
  const before = versions.find((version) => !isBy(version, author));
  const codec = codecOf(type);
  const common = { changedBy, reason, fence };
  if (before === undefined || isTombstone(before)) {
    if (current === null || isTombstone(current)) return untouched;
    const gone = { ...common, origin: author.origin, edits: current.edits };
    await writeGone(table, codec, { key, code, header: current }, gone, now);
    return { outcome: "REMOVED", records: recordsOf(entry, current) };
  }
  const { origin, edits, publishedOn } = before;
  const record = await safeRecord(table, codec, before.record, versions);
  const edges = edgesOf(codec, record, now);
  const authorship = { ...common, origin, edits, publishedOn };
  const item = nextItem(codec, key, { record }, current, authorship, now, edges);
  await writeVersion(table, codec, item, current, edges);
  return { outcome: "RESTORED", records: recordsOf(entry, current, before) };
}

/** What is suppressed now, or would be if it were saved now, does not come back with an earlier version. */
async function safeRecord(
  table: Table,
  codec: Codec<unknown>,
  record: unknown,
  versions: readonly StoredItem[],
): Promise<unknown> {
  if (codec.gate === undefined) return record;
  if (versions.some((version) => isSuppressedRecord(version.record)))
    return suppressed(record as Observation);
  return (await codec.gate(table, [record]))[0];
}

/** For records without a history: the image with its edges from the journal. */
async function restoreImage(
  table: Table,
  entry: JournalEntry,
  images: readonly Item[],
  current: StoredItem | null,
  author: RunAuthor,
  { fence }: RestoreOptions,
): Promise<Restored> {
  const before = images.find((image) => idOf(image) === idOf(entry.key)) as StoredItem | undefined;
  if (current !== null && !isBy(current, author))
    return current.contentHash === before?.contentHash ? untouched : conflict;
  if (before === undefined) {
    if (current === null) return untouched;
    await removeAll(table, [entry.key]);
    return { outcome: "REMOVED", records: recordsOf(entry, current) };
  }
  const edges = images.filter((image) => image !== before);
  const item = { ...before, version: (current?.version ?? before.version) + 1, fence };
  await writeVersion(table, codecOf(entry.type), item, current, edges);
  return { outcome: "RESTORED", records: recordsOf(entry, current, before) };
}

const recordsOf = ({ type }: JournalEntry, ...items: readonly (StoredItem | null)[]): HubRecord[] =>
  items.flatMap((item) => (item?.record === undefined ? [] : [{ type, record: item.record } as HubRecord]));
