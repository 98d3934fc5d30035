import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { HubError } from "../domain/errors";
import { chunks } from "./chunks";
import { type Codec, contentHash } from "./codec";
import type { Key } from "./keys";
import {
  type Authorship,
  type Header,
  headersOf,
  idOf,
  isTombstone,
  nextItem,
  type StoredItem,
} from "./stored-item";
import type { Table } from "./table";
import { archive, edgesOf, layOutAnew, writeVersion } from "./write-version";

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
}

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

async function saveChunk<T>(
  table: Table,
  codec: Codec<T>,
  records: readonly T[],
  options: SaveOptions,
): Promise<SaveOutcome[]> {
  const headers = await headersOf(table, records.map(codec.key));
  const pairs = records.map((record) => ({ record, header: headers.get(idOf(codec.key(record))) ?? null }));
  if (codec.bulk) return saveBulk(table, codec, pairs, options);
  const outcomes: SaveOutcome[] = [];
  for (const group of chunks(pairs, concurrentWrites)) {
    const saved = group.map(({ record, header }) => saveOne(table, codec, record, header, options, attempts));
    outcomes.push(...(await Promise.all(saved)));
  }
  return outcomes;
}

async function saveBulk<T>(
  table: Table,
  codec: Codec<T>,
  pairs: readonly { readonly record: T; readonly header: Header | null }[],
  options: SaveOptions,
): Promise<SaveOutcome[]> {
  const outcomes = pairs.map(({ record, header }) => outcomeOf(record, header, options));
  const written = pairs.filter((_, i) => isWritten(outcomes[i]!));
  const known = written.flatMap(({ record, header }) => (header === null ? [] : [codec.key(record)]));
  if (codec.audited) await archive(table, await table.batchGet(known, undefined, true));
  const items = written.map(({ record, header }) => nextVersion(table, codec, record, header, options, []));
  await table.batchWrite({ puts: [...new Map(items.map((item) => [idOf(item), item])).values()] });
  return outcomes;
}

async function saveOne<T>(
  table: Table,
  codec: Codec<T>,
  incoming: T,
  header: Header | null,
  options: SaveOptions,
  attemptsLeft: number,
): Promise<SaveOutcome> {
  const record = corrected(codec, incoming, header);
  if (record === null) return "KEPT";
  const outcome = outcomeOf(record, header, options);
  if (!isWritten(outcome)) return outcome;
  if (codec.appendOnly && header !== null) await checkSameContent(table, codec, record);
  const edges = edgesOf(codec, record, options.now);
  const item = nextVersion(table, codec, record, header, options, edges);
  try {
    await writeVersion(table, codec, item, header, edges);
    return outcome;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const key = codec.key(record);
    const current = (await headersOf(table, [key])).get(idOf(key)) ?? null;
    const again = attemptsLeft > 1 && isWritten(outcomeOf(record, current, options));
    if (again) return saveOne(table, codec, incoming, current, options, attemptsLeft - 1);
    await layOutAnew(table, codec, key, edges, header);
    if (attemptsLeft > 1) return outcomeOf(record, current, options);
    throw error;
  }
}

/** What a ledger holds may be laid out anew, but it stays what it is. */
async function checkSameContent<T>(table: Table, codec: Codec<T>, record: T): Promise<void> {
  const [stored] = await table.batchGet([codec.key(record)], ["record"]);
  if (stored !== undefined && contentHash(stored.record) === contentHash(record)) return;
  const name = `${codec.type} ${JSON.stringify(codec.code(record))}`;
  throw new HubError("INVALID_RECORD", {
    message: `${name} is there already with another content: it is only added to.`,
    messageIt: `${name} esiste già con un altro contenuto: si può solo aggiungere.`,
    hint: "Append a record of its own that corrects it.",
    where: "code",
  });
}

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
  if (isTombstone(header)) return "KEPT";
  if (header.contentHash === contentHash(record)) return "UNCHANGED";
  return origin === starterOrigin && header.origin !== starterOrigin ? "KEPT" : "CHANGED";
}

const isWritten = (outcome: SaveOutcome): boolean => outcome === "CREATED" || outcome === "CHANGED";

function nextVersion<T>(
  { clock }: Table,
  codec: Codec<T>,
  record: T,
  header: Header | null,
  { origin, now, publishedOn = () => null }: SaveOptions,
  edges: readonly Key[],
): StoredItem {
  const authorship: Authorship = {
    origin,
    changedBy: origin,
    reason: null,
    edits: header?.edits ?? {},
    publishedOn: publishedOn(record),
  };
  return nextItem(codec, codec.key(record), { record }, header, authorship, { now, stamp: clock() }, edges);
}
