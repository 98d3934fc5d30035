import type { Item, Key } from "../../src/storage/engine/key";
import { loaded } from "../../src/storage/engine/reader";
import type { Table } from "../../src/storage/engine/table";
import type { ItemChanges } from "../../src/storage/snapshots/edited-tree";
import type { Page } from "../../src/storage/snapshots/page";
import { type Derive, publishSnapshot } from "../../src/storage/snapshots/publish-snapshot";
import { placeOf } from "../../src/storage/snapshots/published-items";
import type { Ref, Root } from "../../src/storage/snapshots/root";
import { Snapshot } from "../../src/storage/snapshots/snapshot";
import { SnapshotStore } from "../../src/storage/snapshots/snapshot-store";

export const publishedAt = "2026-01-01T00:00:00.000Z";

const nothing: Derive = () => new Map();

/** Publishes items that were written to the table. */
export const publishKeys = (
  table: Table,
  keys: readonly Key[],
  dataVersions: readonly number[] = [],
  store = new SnapshotStore(table),
) => publishSnapshot(store, { written: { keys, dataVersions }, derive: nothing, now: publishedAt });

/** Publishes changes that have no item in the table. */
export const publishChanges = (store: SnapshotStore, changes: ItemChanges) =>
  publishSnapshot(store, {
    written: { keys: [], dataVersions: [] },
    derive: () => changes,
    now: publishedAt,
  });

/** Compares what is published with the whole table. */
export const publishWhole = (table: Table, store = new SnapshotStore(table)) =>
  publishSnapshot(store, { written: null, derive: nothing, now: publishedAt });

export const changesOf = (items: readonly Item[]): ItemChanges =>
  new Map(items.map((item) => [placeOf(item), item]));

/** A reader of the current version that has nothing in memory. */
export async function coldSnapshot(table: Table): Promise<Snapshot> {
  const store = new SnapshotStore(table);
  return new Snapshot(store, await store.look());
}

export interface PlacedPage {
  readonly ref: Ref;
  readonly page: Page;
}

/** Every page of a version, in order. */
export async function pagesIn(store: SnapshotStore, root: Root): Promise<PlacedPage[]> {
  const pages: PlacedPage[] = [];
  for (const branch of root.branches)
    for (const ref of (await loaded(() => store.branch(branch))).refs)
      pages.push({ ref, page: await loaded(() => store.page(ref)) });
  return pages;
}
