import type { Change } from "../projections/projection";
import type { RefreshReport } from "../projections/refresh";
import type { Key } from "../storage/engine/key";
import { type Log, stackOf } from "./log";

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

/**
 * Updates projections from the stream of the table. A batch is processed as a whole. If that fails, its writes are
 * processed one by one, and the first that fails is reported: it and all later ones arrive again, and none is lost.
 * Projections are rebuilt from the records, so repetition is harmless.
 */
export const streamHandler =
  (
    follow: (changes: readonly Change[]) => Promise<Pick<RefreshReport, "unreadable">>,
    log: Log,
  ): StreamHandler =>
  async ({ Records }) => {
    const writes = Records.map(writeOf);
    const followed = async (changes: readonly Change[]): Promise<void> => {
      for (const { key, reason } of (await follow(changes)).unreadable)
        log({ level: "error", message: `Left out ${key.pk} ${key.sk}: ${reason}` });
    };
    try {
      await followed(writes);
      return { batchItemFailures: [] };
    } catch (error) {
      log({ level: "error", message: "A batch of the stream failed.", error: stackOf(error) });
    }
    for (const { key, place } of writes) {
      try {
        await followed([{ key }]);
      } catch (error) {
        log({ level: "error", message: `The stream stops at ${key.pk}.`, error: stackOf(error) });
        return { batchItemFailures: [{ itemIdentifier: place }] };
      }
    }
    return { batchItemFailures: [] };
  };

function writeOf({ dynamodb }: StreamRecord): { readonly key: Key; readonly place: string } {
  const [pk, sk, place] = [dynamodb?.Keys?.pk?.S, dynamodb?.Keys?.sk?.S, dynamodb?.SequenceNumber];
  if (pk === undefined || sk === undefined || place === undefined)
    throw new Error("This is no record of the stream of a table of this hub.");
  return { key: { pk, sk }, place };
}
