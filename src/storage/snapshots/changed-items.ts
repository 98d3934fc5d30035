import type { Item, Key } from "../engine/key";
import { loaded } from "../engine/reader";
import type { Table } from "../engine/table";
import { isPublished } from "../engine/unpublished";
import { keys } from "../records/keys";
import { everyItem } from "./check-snapshot";
import type { ItemChanges } from "./edited-tree";
import { placeOf } from "./published-items";
import type { Root } from "./root";
import { Snapshot } from "./snapshot";
import type { SnapshotStore } from "./snapshot-store";

/**
 * The present state of items, by place. A record that was or is found by further items is published with all of them, whoever
 * reports its write.
 */
export async function itemsOf(
  store: SnapshotStore,
  before: Root,
  wanted: readonly Key[],
): Promise<ItemChanges> {
  const { table } = store;
  const reader = new Snapshot(store, before);
  const own = wanted.filter(isPublished);
  const old = await loaded(() => reader.batchGet(own));
  const items = await table.batchGet(own, undefined, true);
  const known = new Set(own.map(placeOf));
  const beside = [...old, ...items]
    .flatMap(({ edgeKeys }) => (edgeKeys as readonly Key[] | undefined) ?? [])
    .filter((key) => isPublished(key) && !known.has(placeOf(key)));
  const changes = new Map<string, Item | null>([...own, ...beside].map((key) => [placeOf(key), null]));
  for (const item of [...items, ...(await table.batchGet(beside, undefined, true))])
    changes.set(placeOf(item), item);
  return changes;
}

interface Everything {
  /** Every version of the data up to it is in the items. */
  readonly included: Pick<Root, "above" | "dataVersion">;
  readonly changes: ItemChanges;
}

/** Rounds of reading what was edited during the round before. */
const mostRounds = 5;

/**
 * Every item of the table. A scan takes its time: what edits wrote meanwhile is read again, so that no version has a later edit
 * without an earlier one.
 * @param published places of the version before.
 */
export async function everythingNow(
  store: SnapshotStore,
  before: Root,
  published: readonly string[],
): Promise<Everything> {
  const { table } = store;
  let dataVersion = await versionNow(table);
  const changes = new Map(await everyItem(table, published));
  for (let round = 0; round < mostRounds; round++) {
    const upTo = await versionNow(table);
    const written = upTo === dataVersion ? null : await writtenBetween(table, dataVersion, upTo);
    if (written === null) break;
    for (const [place, item] of await itemsOf(store, before, written)) changes.set(place, item);
    dataVersion = upTo;
  }
  return { included: { dataVersion, above: [] }, changes };
}

const versionNow = async (table: Table): Promise<number> =>
  Number((await table.get(keys.dataVersion(), true))?.version ?? 0);

/** Versions of the data that are looked at one by one. */
const mostVersions = 100;

/** The keys of what edits wrote from one version of the data to another; `null` if one of them has no mark. */
async function writtenBetween(table: Table, from: number, upTo: number): Promise<Key[] | null> {
  if (upTo - from > mostVersions) return null;
  const marks = Array.from({ length: upTo - from }, (_, i) => keys.dataWrites(from + 1 + i));
  const found = await table.batchGet(marks, undefined, true);
  return found.length < marks.length
    ? null
    : found.flatMap(({ written }) => (written ?? []) as readonly Key[]);
}
