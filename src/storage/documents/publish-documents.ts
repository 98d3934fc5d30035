import { HubError } from "../../domain/kit/errors";
import { chunks, inGroups } from "../engine/chunks";
import { hashOf } from "../engine/compressed";
import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { keys } from "../records/keys";
import {
  type Catalogue,
  catalogueId,
  catalogueItems,
  type Draft,
  documentText,
  type Entry,
  itemsOf,
  keysAt,
  partsOf,
  readCatalogue,
} from "./document-items";
import {
  commitOf,
  isWrittenWhole,
  lostSince,
  manifestOf,
  nextManifest,
  reservation,
  type SnapshotManifest,
  snapshotForm,
} from "./snapshot-manifest";

const attempts = 8;
/** Documents that are compressed at once. */
const atOnce = 100;

export interface PublishOptions {
  /** Instant of the publication, ISO 8601 UTC. */
  readonly now: string;
  /** Token of a lease: a later holder's publication is not overwritten. */
  readonly fence?: number;
  /** Also reads what did not change, and writes damaged documents again. */
  readonly check?: boolean;
}

/**
 * Publishes documents of a scope as one version. Only differences are written. The manifest comes last, on condition
 * that the version before it is still current. Of two writers one loses, and starts again from the new state. Nobody
 * loses for long: once two versions were committed since the call began, a writer may stop. The second of them was
 * computed from records that were read later.
 * @param make computes all documents of the scope, by name, from records that it reads when it is called: after the
 * version in its argument was committed (0 before the first).
 * @returns how many documents were written; 0 if nothing differs and nothing was published.
 * @throws HubError SERVICE_UNAVAILABLE if another writer is faster eight times.
 */
export async function publishDocuments(
  table: Table,
  scope: string,
  make: (version: number) => Promise<ReadonlyMap<string, Draft>>,
  { now, fence = 0, check = false }: PublishOptions,
): Promise<number> {
  const manifestKey = keys.snapshotManifest(scope);
  const versionNow = async () => manifestOf(await table.get(manifestKey, true))?.version;
  let begun: number | null = null;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) await table.pause(attempt - 1);
    const old = manifestOf(await table.get(manifestKey, true));
    begun ??= old?.version ?? 0;
    if (old !== null && (old.fence > fence || (fence === 0 && (old.previous?.version ?? 0) > begun)))
      return 0;
    const drafts = await make(old?.version ?? 0);
    const contentHash = contentHashOf(drafts);
    if (!check && contentHash === old?.contentHash && !isWrittenWhole(old, snapshotForm)) return 0;
    const found = old && (await readCatalogue(table, scope, old));
    // Removed because newer ones were published meanwhile, or damaged.
    if (old !== null && found === null && (await versionNow()) !== old.version) continue;
    const catalogue: Entries = found?.entries ?? new Map();
    const whole = found === null || isWrittenWhole(old, snapshotForm);
    const changed = changesOf(drafts, catalogue, whole);
    if (check && old !== null && !whole) await addDamaged(changed, drafts, table, scope, old);
    if (changed.size === 0 && !whole) return 0;

    const number = Number((await table.update(manifestKey, reservation)).reserved);
    const { next, items } = await packed(scope, number, changed, catalogue, whole);
    const ofCatalogue = await catalogueItems(scope, number, next);
    // The catalogue first: after a killed writer, it lists everything that may have been written.
    await table.batchWrite({ puts: ofCatalogue });
    await table.batchWrite({ puts: items });
    // Before the manifest: then at most two versions of each document exist, and a late reader finds the right one or
    // none.
    for (const deletes of outdated(scope, changed, catalogue, old)) await table.batchWrite({ deletes });
    const facts = {
      number,
      whole,
      contentHash,
      publishedAt: now,
      committedAt: table.clock(),
      form: snapshotForm,
      fence,
    };
    const manifest = nextManifest(old, { ...facts, catalogueParts: ofCatalogue.length - 1 });
    // If no other writer has this number, the answer was lost, and the retry failed on its own write.
    const committed = table.update(manifestKey, commitOf(old, manifest)).then(() => number);
    if ((await ifUnchanged(committed, versionNow)) !== number) {
      await table.batchWrite({ deletes: [...items, ...ofCatalogue] });
      continue;
    }
    await sweep(table, scope, lostSince(old, number));
    return changed.size;
  }
  throw new HubError("SERVICE_UNAVAILABLE", "publishing");
}

type Entries = Catalogue["entries"];

/** A document to write; `null` for one to remove. */
type Changes = Map<string, Draft | null>;

const contentHashOf = (drafts: ReadonlyMap<string, Draft>): string =>
  hashOf(JSON.stringify([...drafts].map(([id, { hash }]) => [id, hash]).sort()));

function changesOf(drafts: ReadonlyMap<string, Draft>, catalogue: Entries, whole: boolean): Changes {
  const changes: Changes = new Map();
  for (const [id, draft] of drafts)
    if (whole || draft.hash !== catalogue.get(id)?.hash) changes.set(id, draft);
  for (const [id, { hash }] of catalogue) if (hash !== null && !drafts.has(id)) changes.set(id, null);
  return changes;
}

async function addDamaged(
  changes: Changes,
  drafts: ReadonlyMap<string, Draft>,
  table: Table,
  scope: string,
  manifest: SnapshotManifest,
): Promise<void> {
  await inGroups([...drafts], atOnce, async ([id, draft]) => {
    if ((await documentText(table, scope, id, manifest, true)) === null) changes.set(id, draft);
  });
}

/** The items of the changes, and the catalogue with them. */
async function packed(scope: string, number: number, changed: Changes, catalogue: Entries, whole: boolean) {
  // Documents that were removed before the last version need no entry any more, nor do those that they replaced.
  const kept = [...catalogue].filter(([, { hash }]) => hash !== null);
  const next = new Map<string, Entry>(whole ? [] : kept);
  const items: Item[] = [];
  for (const group of chunks([...changed], atOnce)) {
    const bytes = await Promise.all(group.map(([, draft]) => draft?.bytes() ?? null));
    for (const [i, [id, draft]] of group.entries()) {
      const own = bytes[i]!;
      items.push(...itemsOf(scope, id, number, draft && { hash: draft.hash, bytes: own! }));
      const was = catalogue.get(id);
      const before = was && was.hash !== null ? { number: was.number, parts: was.parts } : null;
      next.set(id, { number, parts: own ? partsOf(own) : 0, hash: draft?.hash ?? null, before });
    }
  }
  return { next, items };
}

/** Items that no reader of the current version needs, in the order of their removal. */
function outdated(
  scope: string,
  changed: Changes,
  catalogue: Entries,
  old: SnapshotManifest | null,
): Key[][] {
  const removed = [...catalogue].filter(([, { hash }]) => hash === null);
  const replaced = [...changed.keys()].flatMap((id) => {
    const entry = catalogue.get(id);
    return entry && entry.hash !== null ? [[id, entry] as const] : [];
  });
  const befores = [...removed, ...replaced].flatMap(([id, { before }]) =>
    before === null ? [] : keysAt(scope, id, before),
  );
  const previous = old?.previous ?? null;
  const lastCatalogue =
    previous === null
      ? []
      : keysAt(scope, catalogueId, { number: previous.version, parts: previous.catalogueParts });
  // The mark of a removed document is deleted after the items that it hides.
  const marks = removed.flatMap(([id, entry]) => keysAt(scope, id, entry));
  return [[...befores, ...lastCatalogue], marks];
}

/** Removes the items of killed writers. A living one removes its own items when it loses. */
async function sweep(table: Table, scope: string, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const version = { version: number, floor: number, lost: [] };
    const left = await readCatalogue(table, scope, version);
    if (left === null) continue;
    const written = [...left.entries].filter(([, entry]) => entry.number === number);
    const deletes = written.flatMap(([id, entry]) => keysAt(scope, id, entry));
    await table.batchWrite({ deletes });
    await table.batchWrite({ deletes: keysAt(scope, catalogueId, left) });
  }
}
