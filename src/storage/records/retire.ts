import { HubError } from "../../domain/kit/errors";
import { chunks, inGroups } from "../engine/chunks";
import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { codecOf, type HubRecordType } from "./hub-record";
import { keys } from "./keys";
import type { PendingWrite, SaveOptions } from "./save";
import { idOf, isTombstone, type StoredItem } from "./stored-item";
import { clearLists, writeGone } from "./write-gone";

export interface RecordPlace {
  readonly type: HubRecordType;
  readonly key: Key;
  readonly code: string;
}

/**
 * GONE: it no longer existed. SHARED: another source states it too, so it stays. CHANGED: another writer changed it at the
 * same moment, so it stays until the next import.
 */
type RetireOutcome = "CHANGED" | "DELETED" | "GONE" | "SHARED";

export interface Retired extends RecordPlace {
  readonly outcome: RetireOutcome;
  /** The record, or the last one before its retirement; `null` when none is left. */
  readonly record: unknown;
}

export interface RetireOptions extends SaveOptions {
  /** For the history of each record. */
  readonly reason: string;
}

const chunkSize = 100;
const concurrentWrites = 8;

/** Retires records that a source no longer states. Those already retired, also by an editor, stay unchanged. */
export async function retireAll(
  table: Table,
  places: readonly RecordPlace[],
  options: RetireOptions,
): Promise<Retired[]> {
  const retired: Retired[] = [];
  for (const chunk of chunks(places, chunkSize)) retired.push(...(await retireChunk(table, chunk, options)));
  return retired;
}

async function retireChunk(
  table: Table,
  places: readonly RecordPlace[],
  options: RetireOptions,
): Promise<Retired[]> {
  const items = await table.batchGet(
    places.map(({ key }) => key),
    undefined,
    true,
  );
  const byId = new Map(items.map((item) => [idOf(item), item as StoredItem]));
  const plans = places.map((place) => {
    const item = byId.get(idOf(place.key)) ?? null;
    const isGone = item === null || isTombstone(item);
    return {
      place,
      item,
      stays: isGone ? "GONE" : isShared(item, options.origin) ? "SHARED" : null,
    } as const;
  });
  const leaving = plans.flatMap(({ place, item, stays }) => (stays === null ? [{ place, item: item! }] : []));
  await options.before?.(
    leaving.map(({ place, item }): PendingWrite => {
      return { codec: codecOf(place.type), key: place.key, record: null, header: item, outcome: "DELETED" };
    }),
  );
  const gone = items.filter((item) => isTombstone(item as StoredItem)) as StoredItem[];
  if (!options.dryRun) await clearLists(table, gone);
  return inGroups(plans, concurrentWrites, async ({ place, item, stays }): Promise<Retired> => {
    const outcome = stays ?? (await retireOne(table, place, item!, options));
    return { ...place, outcome, record: item && (item.record ?? (await lastRecord(table, place.key))) };
  });
}

/** The record before a tombstone, because items derived from it may still exist. */
async function lastRecord(table: Table, key: Key): Promise<unknown> {
  const partition = keys.history(key, "", 0).pk;
  const [before] = (await table.query({ partition, descending: true, consistent: true }, 1)).items;
  return before?.record ?? null;
}

/** Whether another source states it, even a document behind the starter data. */
function isShared({ record }: StoredItem, origin: string): boolean {
  const { sourceCodes = [] } = (record ?? {}) as { readonly sourceCodes?: readonly string[] };
  return sourceCodes.some((code) => code !== origin);
}

async function retireOne(
  table: Table,
  { type, key, code }: RecordPlace,
  item: StoredItem,
  { origin, reason, now, fence, dryRun }: RetireOptions,
): Promise<RetireOutcome> {
  if (fence !== undefined && (item.fence ?? 0) > fence)
    throw new HubError("LEASE_LOST", "lost", { at: code });
  if (dryRun) return "DELETED";
  const author = {
    origin,
    changedBy: origin,
    reason,
    edits: item.edits,
    ...(fence !== undefined && { fence }),
  };
  const written = writeGone(table, codecOf(type), { key, code, header: item }, author, now);
  return ifUnchanged(
    written.then(() => "DELETED"),
    () => "CHANGED",
  );
}
