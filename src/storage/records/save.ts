import { withEdits } from "../../domain/kit/edits";
import { HubError } from "../../domain/kit/errors";
import { chunks, inGroups } from "../engine/chunks";
import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { type Codec, contentHash } from "./codec";
import { checkSameContent } from "./ledger";
import { editorsOrigin, type Override, overridesOf, starterOrigin } from "./override";
import { ownerGuard } from "./ownership";
import {
  type Authorship,
  type Header,
  headersOf,
  idOf,
  isTombstone,
  nextItem,
  type StoredItem,
  unchangedSince,
} from "./stored-item";
import { archive, edgesOf, repairEdges, writeVersion } from "./write-version";

/**
 * KEPT: the stored record stays, because an imported record has priority over a starter record, and an editor's retirement
 * or correction over a source.
 */
export type SaveOutcome = "CREATED" | "CHANGED" | "UNCHANGED" | "KEPT";

export interface SaveOptions {
  /** `starter` or the code of a source. */
  readonly origin: string;
  /** Instant of the run, ISO 8601 UTC: all writes of a run have this instant. */
  readonly now: string;
  /** Date of publication of the dataset of a record, at the precision of its publisher; absent when unknown. */
  readonly publishedOn?: (record: unknown) => string | null;
  /** Token of the lease of an import: writes of a later import are not overwritten. */
  readonly fence?: number;
  /** Called before each write of at most a hundred records; an error from it prevents the write. */
  readonly before?: (writes: readonly PendingWrite[]) => Promise<void>;
  /** Called for each edit that has priority over a value of the source. */
  readonly onOverride?: (override: Override) => void;
  /** The records were protected together, which is more than the gate of their type can do record by record. */
  readonly isProtected?: boolean;
  /** Who gives the records, and why, if not the source itself: a partner that uploads a file. */
  readonly author?: { readonly changedBy: string; readonly reason: string };
  /** The organisation that must own each record with an owner; `null` or absent for a writer that may change all. */
  readonly owner?: string | null;
  /** Writes nothing; the outcomes are those of a real run. */
  readonly dryRun?: boolean;
}

/** A planned write, and the header of the item that it replaces. */
export interface PendingWrite {
  readonly codec: Codec<unknown>;
  readonly key: Key;
  /** The new record; `null` when it is retired. */
  readonly record: unknown;
  readonly header: Header | null;
  readonly outcome: SaveOutcome | "DELETED";
}

const chunkSize = 100;
const concurrentWrites = 8;
const attempts = 3;

/**
 * Writes only records that are new or differ from the stored ones.
 * A run that is killed and repeated ends in the same state: edges and earlier version are written first, and
 * the hash, which makes the next run skip the record, last.
 * @returns the outcome of each record, in order.
 */
export async function saveAll<T>(
  table: Table,
  codec: Codec<T>,
  records: readonly T[],
  options: SaveOptions,
): Promise<SaveOutcome[]> {
  const safe = options.isProtected ? records : ((await codec.gate?.(table, records)) ?? records);
  const outcomes: SaveOutcome[] = [];
  for (const chunk of chunks(safe, chunkSize))
    outcomes.push(...(await saveChunk(table, codec, chunk, options)));
  return outcomes;
}

/** A record of a source with the corrections of editors, and its outcome. */
interface Plan<T> {
  readonly incoming: T;
  readonly header: Header | null;
  readonly record: T;
  readonly outcome: SaveOutcome;
}

async function saveChunk<T>(
  table: Table,
  codec: Codec<T>,
  records: readonly T[],
  options: SaveOptions,
): Promise<SaveOutcome[]> {
  const headers = await headersOf(table, records.map(codec.key));
  const plans = records.map((record) =>
    planOf(codec, record, headers.get(idOf(codec.key(record))) ?? null, options),
  );
  for (const { incoming, header } of plans)
    for (const override of overridesOf(codec, incoming, header)) options.onOverride?.(override);
  const outcomes = plans.map(({ outcome }) => outcome);
  const written = plans.filter(({ outcome }) => isWritten(outcome));
  await options.before?.(
    written.map((plan) => ({ ...plan, codec: codec as Codec<unknown>, key: codec.key(plan.record) })),
  );
  if (options.dryRun || written.length === 0) return outcomes;
  if (codec.bulk) {
    await saveBulk(table, codec, written, options);
    return outcomes;
  }
  const saved = new Map<Plan<T>, SaveOutcome>();
  await inGroups(written, concurrentWrites, async (plan) =>
    saved.set(plan, await saveOne(table, codec, plan, options, attempts)),
  );
  return plans.map((plan) => saved.get(plan) ?? plan.outcome);
}

/**
 * New records are written in batches, which allow no conditions. Under a lease, records that replace others are written one by
 * one, so that nothing of a later import is overwritten. They are few, unless a whole series is corrected.
 */
async function saveBulk<T>(
  table: Table,
  codec: Codec<T>,
  written: readonly Plan<T>[],
  options: SaveOptions,
): Promise<void> {
  const known = written.flatMap(({ record, header }) => (header === null ? [] : [codec.key(record)]));
  if (codec.audited) await archive(table, await table.batchGet(known, undefined, true));
  const fenced = options.fence === undefined ? [] : written.filter(({ header }) => header !== null);
  const inBatches = options.fence === undefined ? written : written.filter(({ header }) => header === null);
  const itemOf = ({ record, header }: Plan<T>) => nextVersion(codec, record, header, options, []);
  const items = inBatches.map(itemOf);
  await table.batchWrite({ puts: [...new Map(items.map((item) => [idOf(item), item])).values()] });
  await inGroups(fenced, concurrentWrites, (plan) =>
    ifUnchanged<void, SaveOutcome>(table.put(itemOf(plan), unchangedSince(plan.header, options.fence)), () =>
      saveAgain(table, codec, plan, options, attempts),
    ),
  );
}

async function saveOne<T>(
  table: Table,
  codec: Codec<T>,
  plan: Plan<T>,
  options: SaveOptions,
  attemptsLeft: number,
): Promise<SaveOutcome> {
  const { record, header, outcome } = plan;
  if (codec.appendOnly && header !== null) await checkSameContent(table, codec, record);
  const edges = edgesOf(codec, record, options.now);
  const item = nextVersion(codec, record, header, options, edges);
  const guard = await ownerGuard(table, codec, record, header === null, options.owner);
  const saved = writeVersion(table, codec, item, header, edges, guard).then(() => outcome);
  return ifUnchanged(saved, (error) => saveAgain(table, codec, plan, options, attemptsLeft, edges, error));
}

/** After another writer was faster: begins again from the current item. */
async function saveAgain<T>(
  table: Table,
  codec: Codec<T>,
  { incoming, record, header }: Plan<T>,
  options: SaveOptions,
  attemptsLeft: number,
  edges: readonly Key[] = [],
  error?: unknown,
): Promise<SaveOutcome> {
  const key = codec.key(record);
  const current = (await headersOf(table, [key])).get(idOf(key)) ?? null;
  const plan = isFenced(current, options) ? null : planOf(codec, incoming, current, options);
  if (plan !== null && attemptsLeft > 1 && isWritten(plan.outcome))
    return saveOne(table, codec, plan, options, attemptsLeft - 1);
  await repairEdges(table, codec, key, { record, written: edges, header });
  if (plan === null) throw new HubError("LEASE_LOST", "lost", { at: codec.code(record) });
  if (attemptsLeft > 1) return plan.outcome;
  const { owner = null } = options;
  if (owner === null) throw error;
  const name = `${codec.type} ${codec.code(record)}`;
  throw new HubError("FORBIDDEN", "notOwn", { name, organization: owner });
}

/** @throws HubError LEASE_LOST if a later import wrote the item. */
function planOf<T>(codec: Codec<T>, incoming: T, header: Header | null, options: SaveOptions): Plan<T> {
  if (isFenced(header, options)) throw new HubError("LEASE_LOST", "lost", { at: codec.code(incoming) });
  const record = codec.bulk ? incoming : corrected(codec, incoming, header);
  if (record === null) return { incoming, header, record: incoming, outcome: "KEPT" };
  return { incoming, header, record, outcome: outcomeOf(record, header, options) };
}

const isFenced = (header: Header | null, { fence }: SaveOptions): boolean =>
  fence !== undefined && (header?.fence ?? 0) > fence;

/** A record of a source with the corrections of editors; `null` if together they are invalid. */
function corrected<T>(codec: Codec<T>, incoming: T, header: Header | null): T | null {
  const edits = header?.edits ?? {};
  if (!codec.create || !codec.edited || Object.keys(edits).length === 0) return incoming;
  try {
    return codec.create(withEdits(incoming, edits, codec.edited));
  } catch (error) {
    if (error instanceof HubError) return null;
    throw error;
  }
}

function outcomeOf(record: unknown, header: Header | null, { origin }: SaveOptions): SaveOutcome {
  if (header === null) return "CREATED";
  // A retirement by an editor stays; one by a source ends when the source states the record again.
  if (isTombstone(header))
    return header.origin === editorsOrigin || origin === starterOrigin ? "KEPT" : "CREATED";
  if (header.contentHash === contentHash(record)) return "UNCHANGED";
  return origin === starterOrigin && header.origin !== starterOrigin ? "KEPT" : "CHANGED";
}

const isWritten = (outcome: SaveOutcome): boolean => outcome === "CREATED" || outcome === "CHANGED";

function nextVersion<T>(
  codec: Codec<T>,
  record: T,
  header: Header | null,
  { origin, now, fence, author, publishedOn = () => null }: SaveOptions,
  edges: readonly Key[],
): StoredItem {
  const authorship: Authorship = {
    origin,
    changedBy: author?.changedBy ?? origin,
    reason: author?.reason ?? null,
    edits: header?.edits ?? {},
    publishedOn: publishedOn(record),
    ...(fence !== undefined && { fence }),
  };
  return nextItem(codec, codec.key(record), { record }, header, authorship, now, edges);
}
