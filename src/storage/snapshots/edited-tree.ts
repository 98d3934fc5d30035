import { canonicalText } from "../../domain/kit/canonical-text";
import { byText } from "../../domain/kit/order";
import { chunks } from "../engine/chunks";
import type { Item, Key } from "../engine/key";
import { loaded } from "../engine/reader";
import { type Draft, type Entry, lowerBound, pagesOf } from "./page";
import { indexPlaces, isIndexPlace, keyAt, placeOf, publishedItem } from "./published-items";
import { type RecordChange, recordChange } from "./record-change";
import type { Ref, Root } from "./root";
import { Snapshot } from "./snapshot";
import type { SnapshotStore } from "./snapshot-store";

/** By place: the new item as it is in the table, or `null` for a removed one. */
export type ItemChanges = ReadonlyMap<string, Item | null>;

/** A branch as it is, or one that has to be written. */
export type BranchEdit = Ref | { readonly pages: readonly (Draft | Ref)[] };

export interface TreeEdit {
  readonly branches: readonly BranchEdit[];
  /** Pages and branches that the new version does not need any more. */
  readonly replaced: readonly Ref[];
  /** How many entries differ. */
  readonly entries: number;
  /** The items that differ. */
  readonly differing: readonly Key[];
  /** How records differ, in the order of their places. */
  readonly records: readonly RecordChange[];
}

/** Pages of a branch. A branch is divided above the double. */
const fullPages = 256;
/** Items whose former state is looked up at once. */
const atOnce = 2_000;

export const isRef = (edit: BranchEdit | Draft): edit is Ref => "id" in edit;

/** The tree of a version with changes: only the pages that hold them, and their branches, differ. `null` if nothing does. */
export async function editedTree(
  store: SnapshotStore,
  root: Root,
  changes: ItemChanges,
): Promise<TreeEdit | null> {
  const { entries, records } = await changedEntries(store, root, changes);
  if (entries.length === 0) return null;
  const firsts = root.branches.map(({ first }) => first);
  const branches: BranchEdit[] = [];
  const replaced: Ref[] = [];
  const places = entries.map(({ place }) => place);
  const differing = places.filter((place) => !isIndexPlace(place)).map(keyAt);
  const edited = { replaced, entries: entries.length, differing, records };
  if (firsts.length === 0) return { ...edited, branches: divided(drafts([], entries)) };
  for (const [i, ref] of root.branches.entries()) {
    const from = i === 0 ? 0 : lowerBound(places, firsts[i]!);
    const to = i + 1 === firsts.length ? places.length : lowerBound(places, firsts[i + 1]!);
    if (from === to) {
      branches.push(ref);
      continue;
    }
    const branch = await editedBranch(store, ref, entries.slice(from, to));
    replaced.push(ref, ...branch.replaced);
    branches.push(...divided(branch.pages));
  }
  return { ...edited, branches };
}

/** A removed entry has no `entry`. */
export interface EntryChange {
  readonly place: string;
  readonly entry: Entry | null;
}

/** What changes in the order of places, entries of indexes included; without items that are as they were. */
export async function changedEntries(
  store: SnapshotStore,
  root: Root,
  changes: ItemChanges,
): Promise<{ readonly entries: readonly EntryChange[]; readonly records: readonly RecordChange[] }> {
  const before = new Snapshot(store, root);
  const all: EntryChange[] = [];
  const records: RecordChange[] = [];
  for (const group of chunks(
    [...changes].sort(([a], [b]) => byText(a, b)),
    atOnce,
  )) {
    const keys: Key[] = group.map(([place]) => keyAt(place));
    const found = await loaded(() => before.batchGet(keys));
    const old = new Map(found.map((item) => [placeOf(item), item]));
    for (const [place, written] of group) {
      const was = old.get(place) ?? null;
      const item = written && publishedItem(written);
      if (sameItem(was, item)) continue;
      const record = recordChange(was, written);
      if (record !== null) records.push(record);
      all.push({ place, entry: item && { place, item } });
      const indexed = new Set(item ? indexPlaces(item) : []);
      for (const gone of was ? indexPlaces(was) : [])
        if (!indexed.delete(gone)) all.push({ place: gone, entry: null });
      for (const next of indexed) all.push({ place: next, entry: { place: next, item: null } });
    }
  }
  return { entries: all.sort((a, b) => byText(a.place, b.place)), records };
}

/** The table does not keep the order of attributes. */
const sameItem = (a: Item | null, b: Item | null): boolean =>
  a === null || b === null ? a === b : canonicalText(a) === canonicalText(b);

async function editedBranch(store: SnapshotStore, branch: Ref, changes: readonly EntryChange[]) {
  const { refs, firsts } = await loaded(() => store.branch(branch));
  const places = changes.map(({ place }) => place);
  const pages: (Draft | Ref)[] = [];
  const replaced: Ref[] = [];
  for (const [i, ref] of refs.entries()) {
    const from = i === 0 ? 0 : lowerBound(places, firsts[i]!);
    const to = i + 1 === firsts.length ? places.length : lowerBound(places, firsts[i + 1]!);
    if (from === to) {
      pages.push(ref);
      continue;
    }
    replaced.push(ref);
    const page = await loaded(() => store.page(ref));
    const entries = page.places.map((place, at): Entry => ({ place, item: page.items[at]! }));
    pages.push(...drafts(entries, changes.slice(from, to)));
  }
  return { pages, replaced };
}

/** The pages of sorted entries after changes. */
function drafts(entries: readonly Entry[], changes: readonly EntryChange[]): Draft[] {
  const merged: Entry[] = [];
  let i = 0;
  for (const { place, entry } of changes) {
    while (i < entries.length && entries[i]!.place < place) merged.push(entries[i++]!);
    if (entries[i]?.place === place) i += 1;
    if (entry !== null) merged.push(entry);
  }
  while (i < entries.length) merged.push(entries[i++]!);
  return pagesOf(merged);
}

/** Pages as branches: none if no page is left, several if there are too many for one. */
function divided(pages: readonly (Draft | Ref)[]): BranchEdit[] {
  if (pages.length === 0) return [];
  if (pages.length <= 2 * fullPages) return [{ pages }];
  return chunks(pages, fullPages).map((own) => ({ pages: own }));
}
