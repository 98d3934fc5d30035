import { HubError } from "../domain/kit/errors";
import type { Change } from "../projections/projection";
import { refresh } from "../projections/refresh";
import type { Key } from "../storage/engine/key";
import { isOfItem, storeErrorOf } from "../storage/engine/store-error";
import type { Table } from "../storage/engine/table";
import type { Unreadable } from "../storage/records/readable";
import { type ParkedWrite, park, unpark } from "../storage/snapshots/parked";
import { type Log, stackOf } from "./log";
import { metricLine } from "./observe/metrics";

/** One write in the stream of the table: the item and its position in the stream. */
export interface StreamRecord {
  readonly dynamodb?: {
    readonly Keys?: { readonly pk?: { readonly S?: string }; readonly sk?: { readonly S?: string } };
    readonly SequenceNumber?: string;
  };
}

interface StreamEvent {
  readonly Records: readonly StreamRecord[];
}

/** Lambda calls again with this record and everything after it. */
interface StreamAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export type StreamHandler = (event: StreamEvent) => Promise<StreamAnswer>;

/** What the handler needs of the table. */
export interface Followed {
  /** Publishes some writes, all or none. */
  follow(changes: readonly Change[]): Promise<{ readonly unreadable: readonly Unreadable[] }>;
  /** Notes writes that cannot be published. */
  park(parked: ParkedWrite): Promise<void>;
}

/** The writes of a table, published by this process. */
export const followedIn = (table: Table): Followed => ({
  async follow(changes) {
    try {
      const report = await refresh(table, changes, { now: table.clock() });
      await unpark(
        table,
        changes.map(({ key }) => key),
      );
      return report;
    } catch (error) {
      // The stream delivers them again. Kept here, they would fail with the next write too, which would be blamed for them.
      table.unpublished.take();
      throw error;
    }
  },
  park: (parked) => park(table, parked),
});

/** More at once is no fault of items but of a release: then the stream waits for another one. */
const mostParked = 10;

interface Write {
  readonly key: Key;
  /** Its position in the stream. */
  readonly place: string;
}

/**
 * Updates projections from the stream of the table. A batch is processed as a whole. If that fails, the write that fails is looked
 * for in halves, and parked: its key and the reason are noted, readers keep what was published of it before, and all others
 * go on. While the store does not work, the batch arrives again, and nothing is lost. Projections are rebuilt from the records, so
 * repetition is harmless.
 */
export const streamHandler =
  ({ follow, park: note }: Followed, log: Log): StreamHandler =>
  async ({ Records }) => {
    const writes = Records.map(writeOf);
    const parked: (ParkedWrite & Write)[] = [];

    async function publish(some: readonly Write[]): Promise<void> {
      try {
        for (const { key, reason } of (await follow(some.map(({ key }) => ({ key })))).unreadable)
          log({ level: "error", message: `Left out ${key.pk} ${key.sk}: ${reason}` });
      } catch (error) {
        if (isOfStore(error)) throw error;
        if (some.length > 1) {
          const middle = Math.ceil(some.length / 2);
          await publish(some.slice(0, middle));
          return publish(some.slice(middle));
        }
        parked.push({ ...some[0]!, reason: stackOf(error) });
        if (parked.length > mostParked) throw error;
      }
    }

    try {
      if (writes.length > 0) await publish(writes);
    } catch (error) {
      const first = parked.length > mostParked ? parked[0]! : writes[0]!;
      log({ level: "error", message: `The stream waits at ${textOf(first.key)}.`, error: stackOf(error) });
      return { batchItemFailures: [{ itemIdentifier: first.place }] };
    }
    for (const { key, reason } of parked) {
      await note({ key, reason });
      const entry = { level: "error", message: `Parked ${textOf(key)}.`, error: reason } as const;
      log(metricLine(entry, { Parked: 1 }));
    }
    return { batchItemFailures: [] };
  };

const textOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Whether the store is the cause, so that the same writes may succeed later. */
const isOfStore = (error: unknown): boolean =>
  error instanceof HubError
    ? error.code === "SERVICE_UNAVAILABLE" || error.code === "STORE_REFUSED"
    : storeErrorOf(error) !== null && !isOfItem(error);

function writeOf({ dynamodb }: StreamRecord): Write {
  const [pk, sk, place] = [dynamodb?.Keys?.pk?.S, dynamodb?.Keys?.sk?.S, dynamodb?.SequenceNumber];
  if (pk === undefined || sk === undefined || place === undefined)
    throw new Error("This is no record of the stream of a table of this hub.");
  return { key: { pk, sk }, place };
}
