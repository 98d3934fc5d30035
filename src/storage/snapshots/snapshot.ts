import type { Item, Key } from "../engine/key";
import type { ListParams, QueryParams } from "../engine/query-input";
import { NotLoaded, type QueryResult, type Reader } from "../engine/reader";
import { tableDefinition } from "../engine/table-definition";
import { passes } from "./item-filter";
import { lowerBound, type Page } from "./page";
import { keyAt, partitionPlaces, placeOf } from "./published-items";
import type { Branch, Ref, Root } from "./root";
import type { SnapshotStore } from "./snapshot-store";

/** Where the parts of a version come from: a store, or what a publisher has not written yet. */
export type Parts = Pick<SnapshotStore, "branch" | "has" | "load" | "page">;

/** Pages that are loaded ahead at once for a long list. */
const ahead = 64;
/** Pages of an index whose items are read at once: each may lie in a page of its own. */
const namedAhead = 16;

/** One published version: every answer belongs to it, whatever is published meanwhile. */
export class Snapshot implements Reader {
  private readonly firsts: readonly string[];

  constructor(
    private readonly parts: Parts,
    readonly root: Root,
  ) {
    this.firsts = root.branches.map(({ first }) => first);
  }

  get(key: Key): Item | null {
    return this.at(placeOf(key));
  }

  batchGet(keys: readonly Key[]): Item[] {
    const items: Item[] = [];
    const missing: NotLoaded[] = [];
    const seen = new Set<string>();
    for (const key of keys) {
      const place = placeOf(key);
      if (seen.has(place)) continue;
      seen.add(place);
      try {
        const item = this.at(place);
        if (item !== null) items.push(item);
      } catch (error) {
        if (!(error instanceof NotLoaded)) throw error;
        missing.push(error);
      }
    }
    if (missing.length > 0) throw allOf(missing);
    return items;
  }

  query(params: QueryParams, limit: number): QueryResult {
    const items: Item[] = [];
    const { where = [] } = params;
    for (const item of this.itemsIn(params, limit + 1)) {
      if (!passes(item, where)) continue;
      if (items.length === limit) return { items, more: true };
      items.push(item);
    }
    return { items, more: false };
  }

  count(params: ListParams): number {
    const { where = [] } = params;
    if (where.length === 0) return this.placesIn(params);
    let count = 0;
    for (const item of this.itemsIn(params, Number.POSITIVE_INFINITY)) if (passes(item, where)) count += 1;
    return count;
  }

  segments(partition: string): readonly (readonly Item[])[] {
    const { from, to } = boundsOf({ partition });
    const refs = [...this.refsIn(from, to)].map(({ ref }) => ref);
    for (const i of refs.keys()) this.loadAhead(refs, i, Number.POSITIVE_INFINITY);
    return refs.map((ref) => pieceOf(this.parts.page(ref), partition, from, to));
  }

  first(params: QueryParams): Item | null {
    return this.query(params, 1).items[0] ?? null;
  }

  private at(place: string): Item | null {
    const branch = this.branchAt(lastBefore(this.firsts, place));
    const ref = branch?.refs[lastBefore(branch.firsts, place)];
    if (ref === undefined) return null;
    const { places, items } = this.parts.page(ref);
    const i = lowerBound(places, place);
    return places[i] === place ? items[i]! : null;
  }

  private branchAt(i: number): Branch | undefined {
    const ref = this.root.branches[i];
    return ref && this.parts.branch(ref);
  }

  /** The number of entries in a range; whole pages are counted by what their branch says. */
  private placesIn(params: QueryParams): number {
    const { from, to } = boundsOf(params);
    let count = 0;
    for (const { ref, next } of this.refsIn(from, to)) {
      if (ref.first >= from && next !== undefined && next <= to) {
        count += ref.entries;
        continue;
      }
      const { places } = this.parts.page(ref);
      count += Math.max(0, lowerBound(places, to) - lowerBound(places, from));
    }
    return count;
  }

  /** The items of a range in their order. @param wanted how many the caller needs, if a filter keeps all. */
  private *itemsIn(params: QueryParams, wanted: number): Generator<Item> {
    const { from, to } = boundsOf(params);
    const refs = [...this.refsIn(from, to)].map(({ ref }) => ref);
    if (params.descending) refs.reverse();
    let passed = 0;
    for (let i = 0; i < refs.length; ) {
      // A filter may keep few: then each load is as long as all that were passed.
      const entries = wanted + (params.where?.length ? passed : 0);
      const group = params.index === undefined ? [refs[i]!] : upTo(refs, i, entries);
      const found: Key[] = [];
      for (const [at, ref] of group.entries()) {
        this.loadAhead(refs, i + at, entries);
        passed += ref.entries;
        const page = this.parts.page(ref);
        const [start, end] = [lowerBound(page.places, from), lowerBound(page.places, to)];
        if (params.index === undefined) yield* itemsOf(page, start, end, params.descending);
        else found.push(...namedBy(page, start, end, params.descending));
      }
      // Together, so that their pages are loaded together: each may lie in a page of its own, and all of these stay in memory.
      for (const keys of growing(found, wanted)) yield* this.batchGet(keys);
      i += group.length;
    }
  }

  /** Asks for the pages of a long list together. */
  private loadAhead(refs: readonly Ref[], i: number, wanted: number): void {
    if (this.parts.has(refs[i]!)) return;
    const missing: Ref[] = [];
    let entries = 0;
    for (let next = i; next < refs.length && missing.length < ahead && entries < wanted; next++) {
      const ref = refs[next]!;
      entries += ref.entries;
      if (!this.parts.has(ref)) missing.push(ref);
    }
    throw new NotLoaded(() => this.parts.load(missing));
  }

  /** The pages with places from one on and before another, and where the next page begins. */
  private *refsIn(
    from: string,
    to: string,
  ): Generator<{ readonly ref: Ref; readonly next: string | undefined }> {
    for (
      let b = Math.max(0, lastBefore(this.firsts, from));
      b < this.firsts.length && this.firsts[b]! < to;
      b++
    ) {
      const { refs, firsts } = this.branchAt(b)!;
      for (let p = Math.max(0, lastBefore(firsts, from)); p < refs.length && firsts[p]! < to; p++)
        yield { ref: refs[p]!, next: firsts[p + 1] ?? this.firsts[b + 1] };
    }
  }
}

/** Pieces of partitions by page. */
const pieces = new WeakMap<Page, Map<string, readonly Item[]>>();

function pieceOf(page: Page, partition: string, from: string, to: string): readonly Item[] {
  const ofPage = pieces.get(page) ?? new Map<string, readonly Item[]>();
  pieces.set(page, ofPage);
  const known = ofPage.get(partition);
  if (known !== undefined) return known;
  const piece = page.items.slice(lowerBound(page.places, from), lowerBound(page.places, to)) as Item[];
  ofPage.set(partition, piece);
  return piece;
}

/** The place of the last text that is not after the wanted one; -1 if there is none. */
function lastBefore(texts: readonly string[], wanted: string): number {
  const i = lowerBound(texts, wanted);
  return texts[i] === wanted ? i : i - 1;
}

/** The pages from one on that hold some entries, as far as they are loaded at once. */
function upTo(refs: readonly Ref[], from: number, wanted: number): readonly Ref[] {
  let [end, entries] = [from, 0];
  while (end < refs.length && end - from < namedAhead && entries < wanted) entries += refs[end++]!.entries;
  return refs.slice(from, Math.max(end, from + 1));
}

/** The items in groups: as many as are wanted, then twice as many each time, because a filter may keep few. */
function* growing<T>(items: readonly T[], wanted: number): Generator<readonly T[]> {
  for (let [from, size] = [0, wanted]; from < items.length; from += size, size = from)
    yield items.slice(from, from + size);
}

/** The keys of the items that entries of an index name. */
function namedBy({ places }: Page, start: number, end: number, descending: boolean | undefined): Key[] {
  const keys = places.slice(start, end).map(keyAt);
  return descending ? keys.reverse() : keys;
}

function* itemsOf(
  { items }: Page,
  start: number,
  end: number,
  descending: boolean | undefined,
): Generator<Item> {
  if (descending) for (let i = end - 1; i >= start; i--) yield items[i]!;
  else for (let i = start; i < end; i++) yield items[i]!;
}

/** The range of places of a query, the end excluded. */
function boundsOf(params: QueryParams): { readonly from: string; readonly to: string } {
  const places = partitionPlaces(params.partition, params.index);
  const { prefix = "", upTo, from, after, descending } = params;
  const start = from === undefined ? places.at(prefix) : places.at(from);
  const stop = upTo === undefined ? places.after(prefix) : places.past(upTo);
  if (after === undefined) return { from: start, to: stop };
  const place = places.entry(String(after[sortKeyOf(params)]), {
    pk: String(after.pk),
    sk: String(after.sk),
  });
  return descending ? { from: start, to: place } : { from: `${place}${justAfter}`, to: stop };
}

const justAfter = "\u0000";

const sortKeyOf = ({ index }: QueryParams): string =>
  tableDefinition.indexes.find(({ name }) => name === index)?.sortKey ?? tableDefinition.sortKey;

/** One load for all of them. */
const allOf = (missing: readonly NotLoaded[]): NotLoaded =>
  new NotLoaded(async () => {
    await Promise.all(missing.map(({ load }) => load()));
  });
