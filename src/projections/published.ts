import { documentItem, documentKey } from "../storage/documents/document.repository";
import type { Item, Key } from "../storage/engine/key";
import type { Table } from "../storage/engine/table";
import type { Reading } from "../storage/records/readable";
import type { ItemChanges } from "../storage/snapshots/edited-tree";
import { placeOf } from "../storage/snapshots/published-items";
import type { Changes } from "./projection";

/** What a projection of documents reads: the records of the version that is about to be published. */
export interface DocumentWork extends Reading {
  /** Only for what is not published itself. */
  readonly table: Table;
}

/** Documents by name. */
export type Documents = ReadonlyMap<string, unknown>;

/** A projection that readers get as documents: computed from the records of a version, and published with them. */
export interface DocumentProjection {
  readonly name: string;
  /** Whether a write of this item can change it. */
  affectedBy(key: Key): boolean;
  /**
   * All documents of each scope that the changes can affect. It runs again after each load of a page, so it has no side effects.
   * @param changes only those that affect it.
   */
  documents(
    work: DocumentWork,
    changes: Changes,
  ): ReadonlyMap<string, Documents> | Promise<ReadonlyMap<string, Documents>>;
}

/** Documents as items of a snapshot; `null` for those of a scope that it does not have any more. */
export function documentChanges({ reader }: Reading, scopes: ReadonlyMap<string, Documents>): ItemChanges {
  const changes = new Map<string, Item | null>();
  for (const [scope, documents] of scopes) {
    const { items } = reader.query({ partition: documentKey(scope, "").pk }, Number.MAX_SAFE_INTEGER);
    for (const item of items) if (!documents.has(item.sk)) changes.set(placeOf(item), null);
    for (const [id, document] of documents)
      changes.set(placeOf(documentKey(scope, id)), documentItem(scope, id, document));
  }
  return changes;
}
