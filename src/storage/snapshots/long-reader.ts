import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { longReaderPartition } from "../engine/table-definition";

export const longReaderKey: Key = { pk: longReaderPartition, sk: "EXPORTS" };

/** One that was killed keeps replaced pages for so long, in milliseconds: as long as a function may run. */
const mostMs = 15 * 60_000;
/** By so much its clock may be ahead of that of a publisher. */
const skewMs = 60_000;

/** Until when pages are kept that were replaced from some instant on, both in milliseconds since 1970. */
interface LongReader {
  readonly since: number;
  readonly until: number;
}

/**
 * Runs a reader of a whole version, which may need longer than replaced pages usually stay. It has to look for the version itself: what was
 * replaced before is not kept. Of two at once the later one counts.
 */
export async function whileKept<T>(table: Table, read: () => Promise<T>): Promise<T> {
  const now = Date.parse(table.clock());
  const reader: LongReader = { since: now - skewMs, until: now + mostMs };
  await table.update(longReaderKey, { set: { ...reader } });
  try {
    return await read();
  } finally {
    await table.update(longReaderKey, { set: { until: 0 } });
  }
}

/** Whether a page that was replaced at some instant has to stay, because of a reader that may still need it. */
export const isKeptFor = (reader: Item | null, replacedAt: number, now: number): boolean =>
  reader !== null && replacedAt >= Number(reader.since) && Number(reader.until) > now;
