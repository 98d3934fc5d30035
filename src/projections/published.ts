import { documentItem, documentKey } from "../storage/documents/document.repository";
import type { Item, Key } from "../storage/engine/key";
import type { Reader } from "../storage/engine/reader";
import type { Table } from "../storage/engine/table";
import type { Reading } from "../storage/records/readable";
import type { ItemChanges } from "../storage/snapshots/edited-tree";
import { placeOf } from "../storage/snapshots/published-items";
import type { Changes } from "./projection";

/** What a projection of documents reads: the records of the version that is about to be published. */
export interface DocumentWork extends Reading {
  /** Only for what is not published itself. */
  readonly table: Table;
  /** The version that the changes edit; `null` if everything is compared with the table. */
  readonly before: Reader | null;
}

/** Documents of a scope, by name. */
export interface DocumentScope {
  readonly scope: string;
  readonly documents: ReadonlyMap<string, unknown>;
  /** Names of those that are gone, if all others stay; absent if the scope has these documents and no others. */
  readonly gone?: readonly string[];
}

/** A projection that readers get as documents: computed from the records of a version, and published with them. */
export interface DocumentProjection {
  readonly name: string;
  /** Whether a write of this item can change it. */
  affectedBy(key: Key): boolean;
  /**
   * The documents that the changes can affect. It runs again after each load of a page, so it has no side effects.
   * @param changes only those that affect it.
   */
  documents(
    work: DocumentWork,
    changes: Changes,
  ): readonly DocumentScope[] | Promise<readonly DocumentScope[]>;
}

/** Documents as items of a snapshot; `null` for those that a scope does not have any more. */
export function documentChanges({ reader }: Reading, scopes: readonly DocumentScope[]): ItemChanges {
  const changes = new Map<string, Item | null>();
  for (const { scope, documents, gone } of scopes) {
    const before = gone ?? namesIn(reader, scope);
    for (const id of before) if (!documents.has(id)) changes.set(placeOf(documentKey(scope, id)), null);
    for (const [id, document] of documents)
      changes.set(placeOf(documentKey(scope, id)), documentItem(scope, id, document));
  }
  return changes;
}

const namesIn = (reader: Reader, scope: string): string[] =>
  reader.segments(documentKey(scope, "").pk).flatMap((items) => items.map(({ sk }) => sk));
