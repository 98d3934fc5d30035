import { byText } from "../../domain/kit/order";
import { chunks, inGroups } from "../engine/chunks";
import { hashOf } from "../engine/compressed";
import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { keys } from "../records/keys";
import type { BlobWriter } from "./blob-writer";
import type { RecordChange } from "./record-change";
import type { BlobRef, ChangeLog } from "./root";
import { blobKeys } from "./snapshot-store";

/** What one publication changed: its changes are in blobs. */
export interface LoggedPublication extends Item {
  readonly number: number;
  /**
   * Equal exactly for the same changes since the beginning of the log. After a restore another publication may have the same
   * number, and then it has another id.
   */
  readonly id: string;
  /** Number of the last publication in the log of the version that it was built on; 0 if it begins the log. */
  readonly previous: number;
  /** Instant of the publication, ISO 8601 UTC. */
  readonly at: string;
  readonly entries: number;
  readonly blobs: readonly LoggedBlob[];
}

export interface LoggedBlob extends BlobRef {
  readonly entries: number;
}

/** Changes stay for so long, in milliseconds: docs/partners.md. */
const keptMs = 30 * 86_400_000;
const sweptEveryMs = 86_400_000;
/** Publications that are removed from the log at once. */
const mostSwept = 100;
const entriesInBlob = 500;
const atOnce = 32;

/**
 * The log of the next version. Its changes are written before the version is committed.
 * @param before `null` to begin a log.
 * @param origin of the id of a log that begins: different if there were changes before it that nobody knows.
 * @param now instant, ISO 8601 UTC.
 */
export async function nextLog(
  table: Table,
  writer: BlobWriter,
  before: ChangeLog | null,
  changes: readonly RecordChange[],
  { origin, now }: { readonly origin: string; readonly now: string },
): Promise<ChangeLog> {
  if (before !== null && changes.length === 0) return before;
  const { number } = writer;
  const sorted = [...changes].sort((a, b) => byText(orderOf(a), orderOf(b)));
  const texts = chunks(sorted, entriesInBlob).map((each) => [JSON.stringify(each), each.length] as const);
  const id = hashOf([before?.id ?? origin, ...texts.map(([text]) => hashOf(text))].join(" ")).slice(0, 11);
  const blobs = await inGroups(texts, atOnce, async ([text, entries]): Promise<LoggedBlob> => {
    return { ...(await writer.text(text)), entries };
  });
  const entries = changes.length;
  const logged: LoggedPublication = {
    ...keys.changeLog(number),
    ...{ number, id, previous: before?.last ?? 0, at: now, entries, blobs },
  };
  await table.batchWrite({ puts: [logged] });
  return { from: before?.from ?? number, last: number, id, entries, sweptAt: before?.sweptAt ?? "" };
}

const orderOf = ({ updatedAt, type, code }: RecordChange): string => `${updatedAt} ${type} ${code}`;

/** The log without old publications, and what to delete when that is committed. Looks for them once a day. */
export async function withoutOld(
  table: Table,
  log: ChangeLog,
  now: string,
): Promise<{ readonly log: ChangeLog; readonly old: readonly LoggedPublication[] }> {
  if (log.sweptAt > earlier(now, sweptEveryMs)) return { log, old: [] };
  const inLog = { partition, upTo: keys.changeLog(log.last).sk, consistent: true } as const;
  const { items, more } = await table.query(inLog, mostSwept);
  const found = items as readonly LoggedPublication[];
  let { from } = log;
  // The last old one stays: clients that were given all of it may have missed nothing until today.
  for await (const { number, at } of committed(found, log))
    if (at < earlier(now, keptMs)) from = Math.max(from, number);
  const old = found.filter(({ number }) => number < from);
  return { log: { ...log, from, sweptAt: more && old.length > 0 ? log.sweptAt : now }, old };
}

const earlier = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString();

/** Removes publications from the log, and then itself, so that the next time completes what was begun. */
export async function removeLogged(table: Table, old: readonly LoggedPublication[]): Promise<void> {
  await table.batchWrite({ deletes: old.flatMap(({ blobs }) => blobs.flatMap(blobKeys)) });
  await table.batchWrite({ deletes: old.map(({ pk, sk }): Key => ({ pk, sk })) });
}

/**
 * The publications that were committed, in order. One that lost against another, or whose process was killed, may stand among
 * them: only a committed one is the previous of a later one, or the last.
 * @param found in the order of their numbers.
 * @param whole the number from which none may be missing, and the error if one is.
 */
async function* committed(
  found: AsyncIterable<LoggedPublication> | Iterable<LoggedPublication>,
  { last }: ChangeLog,
  whole?: { readonly from: number; readonly otherwise: () => Error },
): AsyncGenerator<LoggedPublication> {
  let waiting: LoggedPublication[] = [];
  let from = whole?.from ?? Number.POSITIVE_INFINITY;
  for await (const each of found) {
    const previous = waiting.find(({ number }) => number === each.previous);
    if (previous !== undefined) {
      yield previous;
      waiting = [];
      if (whole !== undefined) from = previous.number + 1;
    } else if (each.previous >= from) throw whole!.otherwise();
    waiting.push(each);
    if (each.number === last) yield each;
    if (each.number >= last) return;
  }
}

const readAtOnce = 50;

/** The committed publications from one of them on. @throws the given error if one is missing. */
export const loggedFrom = (table: Table, from: number, log: ChangeLog, otherwise: () => Error) =>
  committed(storedFrom(table, from), log, { from, otherwise });

async function* storedFrom(table: Table, number: number): AsyncGenerator<LoggedPublication> {
  for (let from = number; ; ) {
    const { items, more } = await table.query(
      { partition, from: keys.changeLog(from).sk, consistent: true },
      readAtOnce,
    );
    yield* items as readonly LoggedPublication[];
    if (!more) return;
    from = Number(items.at(-1)!.number) + 1;
  }
}

const partition = keys.changeLog(0).pk;
