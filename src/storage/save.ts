import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { HubError } from "../domain/errors";
import { chunks } from "./chunks";
import { type Codec, contentHash, type StoredItem } from "./codec";
import type { Key } from "./keys";
import type { PutCondition, Table } from "./table";

/** What became of a record: KEPT means that a starter record met an imported one, which stays. */
export type SaveOutcome = "CREATED" | "CHANGED" | "UNCHANGED" | "KEPT";

export interface SaveOptions {
  /** Who writes: `starter` or the code of a source. */
  readonly origin: string;
  /** Instant of the write, ISO 8601 UTC. */
  readonly now: string;
}

/** Origin of the facts that come with the hub: they give way to anything imported. */
export const starterOrigin = "starter";

const headerAttributes = ["pk", "sk", "contentHash", "version", "origin", "createdAt", "edgeKeys"] as const;
type Header = Pick<StoredItem, (typeof headerAttributes)[number]>;

const chunkSize = 100;
const concurrentWrites = 8;
const attempts = 3;

/**
 * Writes records that are new or differ from what is stored, and nothing else.
 * Killed at any moment and run again it ends in the same state: a record's edges are written before it, and its
 * hash, which stops the next run, is written last.
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
  if (codec.bulk) {
    const outcomes = pairs.map(({ record, header }) => outcomeOf(record, header, options));
    const changed = pairs.filter((_, i) => isWritten(outcomes[i]!));
    const items = new Map(
      changed.map(({ record, header }) => [idOf(codec.key(record)), itemOf(codec, record, header, options)]),
    );
    await table.batchWrite({ puts: [...items.values()] });
    return outcomes;
  }
  const outcomes: SaveOutcome[] = [];
  for (const group of chunks(pairs, concurrentWrites)) {
    const saved = group.map(({ record, header }) => saveOne(table, codec, record, header, options, attempts));
    outcomes.push(...(await Promise.all(saved)));
  }
  return outcomes;
}

async function saveOne<T>(
  table: Table,
  codec: Codec<T>,
  record: T,
  header: Header | null,
  options: SaveOptions,
  attemptsLeft: number,
): Promise<SaveOutcome> {
  const outcome = outcomeOf(record, header, options);
  if (!isWritten(outcome)) return outcome;
  if (codec.appendOnly && header !== null) await checkSameContent(table, codec, record);
  const edges = codec.edges?.(record) ?? [];
  const kept = new Set(edges.map(idOf));
  const stale = (header?.edgeKeys ?? []).filter((key) => !kept.has(idOf(key)));
  await table.batchWrite({ puts: edges, deletes: stale });
  try {
    await table.put(itemOf(codec, record, header, options, edges), unchangedSince(header));
    return outcome;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const key = codec.key(record);
    const current = (await headersOf(table, [key])).get(idOf(key)) ?? null;
    const again = attemptsLeft > 1 && isWritten(outcomeOf(record, current, options));
    if (again) return saveOne(table, codec, record, current, options, attemptsLeft - 1);
    await withdraw(table, edges, current);
    if (attemptsLeft > 1) return outcomeOf(record, current, options);
    throw error;
  }
}

/** Who lost to another writer takes back the edges that lead to a record that was never written. */
async function withdraw(table: Table, edges: readonly Key[], current: Header | null): Promise<void> {
  const owned = new Set((current?.edgeKeys ?? []).map(idOf));
  await table.batchWrite({ deletes: edges.filter((edge) => !owned.has(idOf(edge))) });
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

function outcomeOf(record: unknown, header: Header | null, { origin }: SaveOptions): SaveOutcome {
  if (header === null) return "CREATED";
  if (header.contentHash === contentHash(record)) return "UNCHANGED";
  return origin === starterOrigin && header.origin !== starterOrigin ? "KEPT" : "CHANGED";
}

const isWritten = (outcome: SaveOutcome): boolean => outcome === "CREATED" || outcome === "CHANGED";

const itemOf = <T>(
  codec: Codec<T>,
  record: T,
  header: Header | null,
  { origin, now }: SaveOptions,
  edges: readonly Key[] = [],
): StoredItem => ({
  ...codec.key(record),
  ...codec.index?.(record),
  type: codec.type,
  record: codec.stored?.(record) ?? record,
  contentHash: contentHash(record),
  version: (header?.version ?? 0) + 1,
  origin,
  createdAt: header?.createdAt ?? now,
  updatedAt: now,
  edgeKeys: edges.map(({ pk, sk }) => ({ pk, sk })),
});

/** Optimistic lock: the item is still as it was when its header was read. */
const unchangedSince = (header: Header | null): PutCondition =>
  header === null
    ? { ConditionExpression: "attribute_not_exists(#pk)", ExpressionAttributeNames: { "#pk": "pk" } }
    : {
        ConditionExpression: "#version = :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":version": header.version },
      };

async function headersOf(table: Table, keys: readonly Key[]): Promise<Map<string, Header>> {
  const items = (await table.batchGet(keys, headerAttributes)) as Header[];
  return new Map(items.map((header) => [idOf(header), header]));
}

const idOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
