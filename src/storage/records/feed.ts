import type { Table } from "../engine/table";
import { knownMark, markNow, raiseMark } from "./feed-mark";
import { keys } from "./keys";

/**
 * The feed of changes is an index over the records. A change must not appear at a place that a reader has passed, whatever
 * the clocks of readers and writers say. Two rules ensure it, in any order of steps:
 *
 * - A reader raises the mark to a key, and only then reads up to this key.
 * - A writer writes a change, and only then looks at the mark. A change that is not after the mark gets a new place.
 *
 * If the writer finds the mark below its change, every reader that passes this place raises the mark after that look, so
 * after the write, and finds the change. Otherwise the change moves to a place after the mark, and the writer looks again.
 *
 * One assumption remains: a reader finds in the index what was written before. At AWS the index follows the table after a
 * moment. The settling time covers it for writers whose clock is not behind by more than that. And a writer must live until
 * its look.
 */

/** Readers of the feed of changes wait this long, because earlier changes may still appear. */
export const settlingMs = 2_000;

/** The last known stamp of a table in this process, and the instant of its reading. */
const ends = new WeakMap<Table, { readonly stamp: string; readonly at: string }>();

/** For so long a process trusts the end of the feed that it knows. */
const freshMs = settlingMs / 4;

const elapsedMs = (from: string, to: string): number => Math.abs(Date.parse(to) - Date.parse(from));

/** The key of the last entry of the feed, or of the last up to a key; empty without one. One Query of one item. */
async function endOfFeed(table: Table, upTo?: string): Promise<string> {
  const { changePk } = keys.change("", "", "");
  const place = { index: "changes", partition: changePk, descending: true } as const;
  const last = await table.first(upTo === undefined ? place : { ...place, upTo });
  return String(last?.changeSk ?? "");
}

/**
 * The stamp of a change: the later one of the clock and the last stamp of the feed, so that the feed has the order of
 * writing also if clocks differ. A process reads the end of the feed at most twice a second.
 */
export async function nextStamp(table: Table): Promise<string> {
  const now = table.clock();
  const known = ends.get(table);
  const isFresh = known !== undefined && elapsedMs(known.at, now) <= freshMs;
  const read = isFresh ? "" : stampOf(await endOfFeed(table));
  // Another call may have read or taken a later one meanwhile.
  const last = latest(read, ends.get(table)?.stamp ?? "");
  const stamp = now >= last ? now : after(last, 1);
  ends.set(table, { stamp, at: isFresh ? known.at : now });
  return stamp;
}

/** A stamp after the mark and the present end of the feed. */
export async function stampAfter(table: Table, mark: string, leapMs: number): Promise<string> {
  const end = await endOfFeed(table);
  const now = table.clock();
  const last = latest(stampOf(end), stampOf(mark), ends.get(table)?.stamp ?? "");
  const stamp = now > last ? now : after(last, leapMs);
  ends.set(table, { stamp, at: now });
  return stamp;
}

const stampOf = (changeSk: string): string => changeSk.split("#")[0]!;

const after = (stamp: string, ms: number): string => new Date(Date.parse(stamp) + ms).toISOString();

const latest = (...texts: readonly string[]): string => [...texts].sort().at(-1)!;

/** Before every change. */
const beginning = "0";

/**
 * The last key that readers get: that of a settled change, or the known mark. The mark is raised before. It is written only if
 * changes have settled that this process has not seen yet.
 * @param reached the key of the client's cursor. If another process gave it, with an earlier clock, the mark is there already.
 */
export async function settledKey(table: Table, reached: string): Promise<string> {
  const isAhead = reached > knownMark(table);
  const known = latest(isAhead ? await markNow(table) : knownMark(table), beginning);
  const end = await endOfFeed(table);
  if (end <= known) return known;
  const limit = settledLimit(table, end);
  const upTo = end <= limit ? end : await endOfFeed(table, limit);
  if (upTo <= known) return known;
  await raiseMark(table, upTo);
  return upTo;
}

/** The end of the feed at earlier reads, where it is ahead of the clock. */
const seen = new WeakMap<Table, { readonly settled: string; readonly end: string; readonly at: string }>();

/**
 * All changes up to this key have settled. Normally it follows from the clock. If a writer's clock was ahead, all stamps since
 * then are in the future; then a change is settled if this process saw it, or a later one, as long ago as readers wait.
 */
function settledLimit(table: Table, end: string): string {
  const now = table.clock();
  const byClock = after(now, -settlingMs);
  if (end <= now) return byClock;
  const before = seen.get(table) ?? { settled: "", end, at: now };
  const isOld = elapsedMs(before.at, now) >= settlingMs;
  const next = isOld ? { settled: before.end, end, at: now } : before;
  seen.set(table, next);
  return latest(next.settled, byClock);
}
