import { hashOf, zipped } from "../engine/compressed";
import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import { itemIn, itemsOf, type Place, textOf } from "./document-items";
import type { SnapshotManifest } from "./snapshot-manifest";

/** The document that lists the others, for writers. */
export const catalogueId = "catalogue";

export interface Entry extends Place {
  /** `null` for a removed document. */
  readonly hash: string | null;
  /** Where the replaced document is stored, for readers of the version before. */
  readonly before: Place | null;
}

export interface Catalogue extends Place {
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The catalogue of a version; `null` if it no longer exists or cannot be read. */
export async function readCatalogue(
  table: Table,
  scope: string,
  manifest: Pick<SnapshotManifest, "version" | "floor" | "lost">,
): Promise<Catalogue | null> {
  const item = await itemIn(table, scope, catalogueId, manifest, true);
  const text = item && (await textOf(table, scope, catalogueId, item, true));
  if (item === null || text === null) return null;
  const entries = new Map(JSON.parse(text) as [string, Entry][]);
  return { number: Number(item.number), parts: Number(item.parts), entries };
}

export async function catalogueItems(
  scope: string,
  number: number,
  entries: ReadonlyMap<string, Entry>,
): Promise<Item[]> {
  const text = JSON.stringify([...entries]);
  return itemsOf(scope, catalogueId, number, { hash: hashOf(text), bytes: await zipped(text) });
}

/** Names of the documents of the current version. */
export async function documentIds(
  table: Table,
  scope: string,
  manifest: SnapshotManifest,
): Promise<string[]> {
  const entries = [...((await readCatalogue(table, scope, manifest))?.entries ?? [])];
  return entries.filter(([, { hash }]) => hash !== null).map(([id]) => id);
}
