import type { Table } from "../engine/table";
import { keys } from "./keys";

/** Readers of the feed of changes wait this long, because earlier changes may still appear. */
export const settlingMs = 2_000;

/** A place in the feed, and how far it can be trusted. */
export interface Stamp {
  readonly stamp: string;
  /** Instant of its reading, by the clock of this process. */
  readonly at: string;
  /** False if the clock of this process is behind the feed: then readers may have settled all that came before. */
  readonly isOfClock: boolean;
}

/** The last known stamp of a table in this process, and the instant of its reading. */
const ends = new WeakMap<Table, { readonly stamp: string; readonly at: string }>();

/** For so long a process trusts the end of the feed that it knows. */
const freshMs = settlingMs / 4;

const elapsedMs = (from: string, to: string): number => Math.abs(Date.parse(to) - Date.parse(from));

/** The key of the last entry of the feed in its index; empty without one. One Query of one item. */
async function endOfFeed(table: Table): Promise<string> {
  const { changePk } = keys.change("", "", "");
  const last = await table.first({ index: "changes", partition: changePk, descending: true });
  return String(last?.changeSk ?? "");
}

/**
 * The stamp of a change: the later one of the clock and the last stamp of the feed. A reader's cursor is never after the
 * last entry, so a writer with a clock behind the others still comes after it. A process reads the end of the feed at most
 * twice a second.
 */
export async function nextStamp(table: Table): Promise<Stamp> {
  const now = table.clock();
  const known = ends.get(table);
  const isFresh = known !== undefined && elapsedMs(known.at, now) <= freshMs;
  const read = isFresh ? "" : stampOf(await endOfFeed(table));
  // Another call may have read or taken a later one meanwhile.
  const last = [read, ends.get(table)?.stamp ?? ""].sort().at(-1)!;
  const isOfClock = now >= last;
  const stamp = isOfClock ? now : after(last);
  ends.set(table, { stamp, at: isFresh ? known.at : now });
  return { stamp, at: now, isOfClock };
}

/**
 * Whether a reader may have passed the place of a change that was just written: the write took longer than readers wait, or
 * its stamp was not of the clock and a later change is already there.
 */
export async function isPassed(table: Table, { at, isOfClock }: Stamp, changeSk: string): Promise<boolean> {
  if (elapsedMs(at, table.clock()) > settlingMs / 2) return true;
  return !isOfClock && (await endOfFeed(table)) > changeSk;
}

const stampOf = (changeSk: string): string => changeSk.split("#")[0]!;

const after = (stamp: string): string => new Date(Date.parse(stamp) + 1).toISOString();

/** The end of the feed at earlier reads, where it is ahead of the clock. */
const seen = new WeakMap<Table, { readonly settled: string; readonly end: string; readonly at: string }>();

/**
 * The last key that readers get. Normally it follows from the clock. If a writer's clock was ahead, all stamps since then
 * are in the future; then a change is settled if this process saw it, or a later one, as long ago as readers wait.
 */
export async function settledKey(table: Table): Promise<string> {
  const now = table.clock();
  const byClock = new Date(Date.parse(now) - settlingMs).toISOString();
  const end = await endOfFeed(table);
  if (end <= now) return byClock;
  const before = seen.get(table) ?? { settled: "", end, at: now };
  const isOld = elapsedMs(before.at, now) >= settlingMs;
  const next = isOld ? { settled: before.end, end, at: now } : before;
  seen.set(table, next);
  return [next.settled, byClock].sort().at(-1)!;
}
