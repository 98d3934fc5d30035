import { isDocumentKey } from "../documents/document.repository";
import type { Item, Key } from "../engine/key";
import { loaded, type Reader } from "../engine/reader";
import { scan } from "../engine/scan";
import type { Table } from "../engine/table";
import { isPublished } from "../engine/unpublished";
import { changedEntries, type ItemChanges } from "./edited-tree";
import { isIndexPlace, keyAt, placeOf } from "./published-items";
import { retaining } from "./retaining";
import { type Root, rootKey, rootOf } from "./root";
import { Snapshot } from "./snapshot";
import { SnapshotStore } from "./snapshot-store";

/** How what is published differs from what it should be. */
export interface SnapshotDrift {
  readonly key: Key;
  readonly drift: "DIFFERS" | "MISSING" | "SUPERFLUOUS";
}

/** Every place of a version, in order; `null` if a part of it is gone or damaged. */
export async function allPlaces(store: SnapshotStore, root: Root): Promise<string[] | null> {
  const places: string[] = [];
  try {
    for (const branch of root.branches)
      for (const ref of (await loaded(() => store.branch(branch))).refs)
        places.push(...(await loaded(() => store.page(ref))).places);
  } catch {
    return null;
  }
  return places;
}

/** Every item of the table, and `null` for what only a version has, except documents: these are in no table. */
export async function everyItem(table: Table, published: readonly string[]): Promise<ItemChanges> {
  const changes = new Map<string, Item | null>();
  for (const place of published)
    if (!isIndexPlace(place) && !isDocumentKey(keyAt(place))) changes.set(place, null);
  for await (const item of scan(table)) if (isPublished(item)) changes.set(placeOf(item), item);
  return changes;
}

/**
 * Compares the current version with the table: every item, every entry of an index and every document. It reads what is stored,
 * not what is in memory, and writes nothing.
 * @param derive the documents of a version.
 */
export async function checkSnapshot(
  { table }: Pick<SnapshotStore, "table">,
  derive: (reader: Reader, before: null, differing: readonly Key[]) => Promise<ItemChanges> | ItemChanges,
): Promise<SnapshotDrift[]> {
  const store = new SnapshotStore(table);
  const root = rootOf(await table.get(rootKey, true));
  const places = await allPlaces(store, root);
  if (places === null) return [{ key: rootKey, drift: "DIFFERS" }];
  const published = new Set(places);
  const wanted = new Map([
    ...(await everyItem(table, places)),
    ...(await loaded(() => derive(new Snapshot(retaining(store), root), null, []))),
  ]);
  const { entries } = await changedEntries(store, root, wanted);
  return [...entries, ...superfluous(places, wanted)].map(({ place, entry }) => ({
    key: keyAt(place),
    drift: entry === null ? "SUPERFLUOUS" : published.has(place) ? "DIFFERS" : "MISSING",
  }));
}

/** Entries of an index without an item. */
function superfluous(places: readonly string[], wanted: ItemChanges) {
  return places
    .filter((place) => isIndexPlace(place) && !wanted.get(placeOf(keyAt(place))))
    .map((place) => ({ place, entry: null }));
}
