import { HubError } from "../../domain/kit/errors";
import { chunks, inGroups } from "../engine/chunks";
import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { type Codec, contentHash } from "./codec";
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
 * What became of a record. KEPT: what is there stays, because a starter record met an imported one, or a source still
 * tells of what an editor retired or contradicts what an editor corrected.
 */
export type SaveOutcome = "CREATED" | "CHANGED" | "UNCHANGED" | "KEPT";

export interface SaveOptions {
  /** Who writes: `starter` or the code of a source. */
  readonly origin: string;
  /** Instant of the run, ISO 8601 UTC: what one run writes, it writes at one instant. */
  readonly now: string;
  /** When the dataset of a record was published, at the precision of its publisher; absent where it is not known. */
  readonly publishedOn?: (record: unknown) => string | null;
  /** Token of the lease of an import: what a later one wrote is not overwritten. */
  readonly fence?: number;
  /** Told what is about to be written, at most a hundred records at a time; whoever throws here stops it. */
  readonly before?: (writes: readonly PendingWrite[]) => Promise<void>;
  /** Nothing is written; the outcomes are those that there would be. */
  readonly dryRun?: boolean;
}

/** A record that is about to be written, and the head of the item that it replaces. */
export interface PendingWrite {
  readonly codec: Codec<unknown>;
  readonly key: Key;
  /** What will stand there; `null` where it is retired. */
  readonly record: unknown;
  readonly header: Header | null;
  readonly outcome: SaveOutcome | "DELETED";
}

/** Origin of what people write through the API. */
export const editorsOrigin = "editors";

/** Origin of the facts that come with the hub: they give way to anything imported. */
export const starterOrigin = "starter";

const chunkSize = 100;
const concurrentWrites = 8;
const attempts = 3;

/**
 * Writes records that are new or differ from what is stored, and nothing else.
 * Killed at any moment and run again it ends in the same state: a record's edges and its earlier version are written
 * before it, and its hash, which stops the next run, is written last.
 * @returns what became of each record, in their order.
 */
export async function saveAll<T>(
  table: Table,
  codec: Codec<T>,
  records: readonly T[],
  options: SaveOptions,
): Promise<SaveOutcome[]> {
  const outcomes: SaveOutcome[] = [];
  for (const chunk of chunks(records, chunkSize))
    outcomes.push(...(await saveChunk(table, codec, chunk, options)));
  return outcomes;
}

/** What a source says with the corrections of editors over it, and what will become of it. */
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
 * New ones in batches, which know no conditions. Under a lease those that replace one are written one by one, so that nothing of
 * a later import is overwritten: they are few, but where a whole series is corrected.
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
  const itemOf = ({ record, header }: Plan<T>) => nextVersion(table, codec, record, header, options, []);
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
  const item = nextVersion(table, codec, record, header, options, edges);
  const saved = writeVersion(table, codec, item, header, edges).then(() => outcome);
  return ifUnchanged(saved, (error) => saveAgain(table, codec, plan, options, attemptsLeft, edges, error));
}

/** After somebody else was quicker: from what stands there now. */
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
  throw error;
}

/** What a ledger holds may be laid out anew, but it stays what it is. */
async function checkSameContent<T>(table: Table, codec: Codec<T>, record: T): Promise<void> {
  const [stored] = await table.batchGet([codec.key(record)], ["record"]);
  if (stored !== undefined && contentHash(stored.record) === contentHash(record)) return;
  const name = `${codec.type} ${JSON.stringify(codec.code(record))}`;
  throw new HubError("INVALID_RECORD", "otherContent", { name }, { where: "code" });
}

/** @throws HubError LEASE_LOST where a later import wrote the item. */
function planOf<T>(codec: Codec<T>, incoming: T, header: Header | null, options: SaveOptions): Plan<T> {
  if (isFenced(header, options)) throw new HubError("LEASE_LOST", "lost", { at: codec.code(incoming) });
  const record = codec.bulk ? incoming : corrected(codec, incoming, header);
  if (record === null) return { incoming, header, record: incoming, outcome: "KEPT" };
  return { incoming, header, record, outcome: outcomeOf(record, header, options) };
}

const isFenced = (header: Header | null, { fence }: SaveOptions): boolean =>
  fence !== undefined && (header?.fence ?? 0) > fence;

/** What a source says, with the corrections of editors over it; `null` where the two cannot both be true. */
function corrected<T>(codec: Codec<T>, incoming: T, header: Header | null): T | null {
  const edits = header?.edits ?? {};
  if (codec.create === undefined || Object.keys(edits).length === 0) return incoming;
  try {
    return codec.create({ ...incoming, ...edits });
  } catch (error) {
    if (error instanceof HubError) return null;
    throw error;
  }
}

function outcomeOf(record: unknown, header: Header | null, { origin }: SaveOptions): SaveOutcome {
  if (header === null) return "CREATED";
  // What an editor retired stays so; what a source no longer told of comes back with it.
  if (isTombstone(header))
    return header.origin === editorsOrigin || origin === starterOrigin ? "KEPT" : "CREATED";
  if (header.contentHash === contentHash(record)) return "UNCHANGED";
  return origin === starterOrigin && header.origin !== starterOrigin ? "KEPT" : "CHANGED";
}

const isWritten = (outcome: SaveOutcome): boolean => outcome === "CREATED" || outcome === "CHANGED";

function nextVersion<T>(
  { clock }: Table,
  codec: Codec<T>,
  record: T,
  header: Header | null,
  { origin, now, fence, publishedOn = () => null }: SaveOptions,
  edges: readonly Key[],
): StoredItem {
  const authorship: Authorship = {
    origin,
    changedBy: origin,
    reason: null,
    edits: header?.edits ?? {},
    publishedOn: publishedOn(record),
    ...(fence !== undefined && { fence }),
  };
  return nextItem(codec, codec.key(record), { record }, header, authorship, { now, stamp: clock() }, edges);
}
