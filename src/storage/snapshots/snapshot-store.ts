import { HubError } from "../../domain/kit/errors";
import { BoundedCache } from "../engine/bounded-cache";
import { unzipped } from "../engine/compressed";
import type { Item, Key } from "../engine/key";
import { NotLoaded } from "../engine/reader";
import { ofPublished, waitedFor } from "../engine/request-work";
import type { Table } from "../engine/table";
import { type Page, pageOfText } from "./page";
import { type BlobRef, type Branch, branchOf, emptyRoot, type Ref, type Root, rootKey, rootOf } from "./root";

/** Characters of pages and branches that a process keeps. */
const usuallyKept = 96_000_000;
/** A reader looks for a newer version after so many milliseconds: by so much it lags behind a publication at most. */
export const lookAfterMs = 1_000;
/** Who reads a version of this age causes the next look, so that readers do not wait for one as long as there are any. */
const lookAheadMs = 900;
/** For so long a version is used while the store does not say whether it is current. */
const usableMs = 60_000;

/** The blobs of one publication are spread over partitions, because every process reads them. */
const spread = 16;

/** Where a part of a blob is stored. */
export function blobKey(id: string, part: number): Key {
  const [number, place] = id.split(".");
  return { pk: `Page#${number}#${Number(place) % spread}`, sk: `${place}#${part}` };
}

/** The partitions with the blobs of a publication. */
export const blobPartitions = (number: number): string[] =>
  Array.from({ length: spread }, (_, place) => blobKey(`${number}.${place}`, 0).pk);

export const blobKeys = ({ id, parts }: BlobRef): Key[] =>
  Array.from({ length: parts }, (_, part) => blobKey(id, part));

/** A page or a branch as it is in memory. */
type Blob = Page | Branch;

/** The published versions of a table, as one process knows them: immutable parts in a cache that all requests share. */
export class SnapshotStore {
  private readonly kept: BoundedCache<Blob>;
  private readonly underWay = new Map<string, Promise<void>>();
  private waiting: {
    readonly ref: BlobRef;
    readonly done: () => void;
    readonly failed: (error: unknown) => void;
  }[] = [];
  private newest: Root | null = null;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private looking: Promise<Root> | null = null;
  /** Called after this process published a newer version, or saw one. */
  readonly followers = new Set<() => void>();

  /** @param mostKept characters of pages and branches that stay in memory. */
  constructor(
    readonly table: Table,
    mostKept = usuallyKept,
  ) {
    this.kept = new BoundedCache(mostKept);
  }

  /**
   * The current version, at most a second old. While the store fails it is the last known one, for a minute.
   * @throws the error of the store after that, and if no version was ever read.
   */
  async current(): Promise<Root> {
    if (this.newest !== null && this.age() <= lookAfterMs) return this.newest;
    try {
      return await waitedFor(this.look());
    } catch (error) {
      if (this.newest !== null && this.age() <= usableMs) return this.newest;
      throw error;
    }
  }

  /** Milliseconds since the version was seen to be current. */
  private age(): number {
    return performance.now() - this.lookedAt;
  }

  /** The current version without waiting; `null` if it was not looked for lately. */
  get known(): Root | null {
    const age = this.age();
    if (age > lookAfterMs) return null;
    // Who waits for a version reports the error.
    if (age > lookAheadMs) this.look().catch(() => undefined);
    return this.newest;
  }

  /** Reads which version is current. */
  look(): Promise<Root> {
    this.looking ??= ofPublished(() => this.table.get(rootKey, true))
      .then((item) => this.adopt(rootOf(item)))
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }

  /** Takes a version that was just read or published. */
  adopt(root: Root): Root {
    this.lookedAt = performance.now();
    const before = this.newest?.version ?? emptyRoot.version;
    if (this.newest === null || root.version >= before || root.version === emptyRoot.version)
      this.newest = root;
    if (this.newest.version > before) for (const follower of this.followers) follower();
    return this.newest;
  }

  /** @throws NotLoaded if it is not in memory. */
  page(ref: Ref): Page {
    return this.blob(ref) as Page;
  }

  /** @throws NotLoaded if it is not in memory. */
  branch(ref: Ref): Branch {
    return this.blob(ref) as Branch;
  }

  /** Pages for a reader of everything: they are not kept, because what others read must stay in memory. */
  async passing(refs: readonly Ref[]): Promise<Page[]> {
    const missing = refs.filter(({ id }) => this.kept.get(id) === undefined);
    const parts = await ofPublished(() => this.partsOf(missing));
    return Promise.all(
      refs.map(async (ref) => {
        const known = this.kept.get(ref.id) as Page | undefined;
        if (known !== undefined) return known;
        const own = parts.get(ref.id);
        if (own === undefined) throw new HubError("SERVICE_UNAVAILABLE", "publishing");
        return blobOfText(await textOfParts(own)) as Page;
      }),
    );
  }

  /** Whether it is in memory. */
  has({ id }: BlobRef): boolean {
    return this.kept.get(id) !== undefined;
  }

  keep({ id }: BlobRef, blob: Blob, size: number): void {
    this.kept.set(id, blob, size);
  }

  private blob(ref: Ref): Blob {
    const found = this.kept.get(ref.id);
    if (found !== undefined) return found;
    throw new NotLoaded(() => this.load([ref]));
  }

  /** Loads parts into memory. What is asked for in one step, by any request, is one batched read. */
  async load(refs: readonly BlobRef[]): Promise<void> {
    await waitedFor(Promise.all(refs.map((ref) => this.loadOne(ref))));
  }

  private loadOne(ref: BlobRef): Promise<void> {
    const known = this.underWay.get(ref.id);
    if (known) return known;
    const load = new Promise<void>((done, failed) => {
      this.waiting.push({ ref, done, failed });
      if (this.waiting.length === 1) setImmediate(() => void this.loadWaiting());
    }).finally(() => this.underWay.delete(ref.id));
    this.underWay.set(ref.id, load);
    return load;
  }

  private async loadWaiting(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    try {
      const parts = await ofPublished(() => this.partsOf(waiting.map(({ ref }) => ref)));
      for (const { ref, done, failed } of waiting) {
        const own = parts.get(ref.id);
        if (own === undefined) failed(new HubError("SERVICE_UNAVAILABLE", "publishing"));
        else
          this.decode(ref, own).then(done, () => failed(new HubError("SERVICE_UNAVAILABLE", "unavailable")));
      }
    } catch (error) {
      for (const { failed } of waiting) failed(error);
    }
  }

  /** The bytes of blobs, in the order of their parts. A lagging replica does not have new ones yet: they are read again. */
  private async partsOf(refs: readonly BlobRef[]): Promise<Map<string, Uint8Array[]>> {
    const found = partsById(refs, await this.table.batchGet(refs.flatMap(blobKeys)));
    const missing = refs.filter(({ id }) => !found.has(id));
    if (missing.length === 0) return found;
    const again = await this.table.batchGet(missing.flatMap(blobKeys), undefined, true);
    return new Map([...found, ...partsById(missing, again)]);
  }

  private async decode(ref: BlobRef, parts: readonly Uint8Array[]): Promise<void> {
    const text = await textOfParts(parts);
    this.keep(ref, blobOfText(text), text.length);
  }
}

const stores = new WeakMap<Table, SnapshotStore>();

/** The one store of a table in this process: readers and publishers share what is in memory. */
export function snapshotsOf(table: Table): SnapshotStore {
  const store = stores.get(table) ?? new SnapshotStore(table);
  stores.set(table, store);
  return store;
}

const textOfParts = (parts: readonly Uint8Array[]): Promise<string> =>
  unzipped(parts.length === 1 ? parts[0]! : Buffer.concat(parts));

/** A branch is an object, a page a list. */
const blobOfText = (text: string): Blob =>
  text.startsWith("{")
    ? branchOf((JSON.parse(text) as { readonly refs: readonly Ref[] }).refs)
    : pageOfText(text);

/** The bytes of blobs, in the order of their parts; none of a blob with a missing part. */
export function partsById(refs: readonly BlobRef[], items: readonly Item[]): Map<string, Uint8Array[]> {
  const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item.bytes as Uint8Array]));
  const found = new Map<string, Uint8Array[]>();
  for (const ref of refs) {
    const parts = blobKeys(ref).flatMap(({ pk, sk }) => byKey.get(`${pk} ${sk}`) ?? []);
    if (parts.length === ref.parts) found.set(ref.id, parts);
  }
  return found;
}
