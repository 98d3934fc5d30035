import type { Key } from "./key";
import { parkedPartition } from "./table-definition";

/** Partitions that nobody publishes, by the part of their name before the first `#`. */
const neverPublished: ReadonlySet<string> = new Set([
  "Allowance",
  "AllowanceSecret",
  "ApiKey",
  "AreaShape",
  "Audit",
  "ChangeProposal",
  "ChangeProposals",
  "Changes",
  "EditRequest",
  "History",
  "Hub",
  "ImportJournal",
  "LongReader",
  "Page",
  parkedPartition,
  "Snapshot",
  "SnapshotPart",
  "SuppressedOfIndicator",
  "Webhook",
]);

/** Whether readers can see an item. */
export function isPublished({ pk }: Key): boolean {
  const end = pk.indexOf("#");
  return !neverPublished.has(end < 0 ? pk : pk.slice(0, end));
}

/** Writes that wait for a publication: the keys of items, and the versions of the data that they made. */
export interface Written {
  readonly keys: readonly Key[];
  readonly dataVersions: readonly number[];
}

interface Writes {
  readonly item?: Key;
  readonly puts?: readonly Key[];
  readonly deletes?: readonly Key[];
  readonly updates?: readonly Key[];
}

/** Collects what a process writes, as the stream of the table does at AWS. */
export class Unpublished {
  private keys = new Map<string, Key>();
  private dataVersions = new Set<number>();
  private readonly watched = new Set<Key[]>();

  add({ pk, sk }: Key): void {
    const key = { pk, sk };
    if (!isPublished(key)) return;
    this.keys.set(`${pk} ${sk}`, key);
    for (const list of this.watched) list.push(key);
  }

  /**
   * Adds the keys of a write when it ended, also when it failed: it may be stored all the same. Before, a publication could take a key,
   * read the old item, and leave the new one unpublished.
   */
  async after(
    write: Promise<unknown>,
    { item, puts = [], deletes = [], updates = [] }: Writes,
  ): Promise<void> {
    try {
      await write;
    } finally {
      for (const key of [...(item ? [item] : []), ...puts, ...deletes, ...updates]) this.add(key);
    }
  }

  /** Collects what is written while something runs, also if it is published meanwhile. */
  async during(run: () => Promise<unknown>): Promise<readonly Key[]> {
    const list: Key[] = [];
    this.watched.add(list);
    await run().finally(() => this.watched.delete(list));
    return list;
  }

  /** The version of the data that includes everything written so far. */
  addDataVersion(version: number): void {
    this.dataVersions.add(version);
  }

  get isEmpty(): boolean {
    return this.keys.size + this.dataVersions.size === 0;
  }

  /** Keys of the items so far. */
  get pending(): readonly Key[] {
    return [...this.keys.values()];
  }

  /** Everything so far; the caller publishes it, or puts it back. */
  take(): Written {
    const written = { keys: [...this.keys.values()], dataVersions: [...this.dataVersions] };
    this.keys = new Map();
    this.dataVersions = new Set();
    return written;
  }

  putBack({ keys, dataVersions }: Written): void {
    for (const key of keys) this.add(key);
    for (const version of dataVersions) this.addDataVersion(version);
  }
}
