import type { Change } from "../projections/projection";
import { refresh } from "../projections/refresh";
import type { Table } from "../storage/engine/table";
import { editorsOrigin } from "../storage/records/override";
import { type Log, stackOf } from "./log";

/** Publishes what this process wrote. */
export interface Publisher {
  /** Takes note of writes that are stored. They are published soon, together with others of the same moment. */
  follow(changes: readonly Change[]): void;
  /** Ends when everything so far is published, or cannot be. */
  settled(): Promise<void>;
}

const attempts = 5;

/** Milliseconds in which edits are collected; the answer of an edit goes out before the work of its publication. */
const collectedMs = 20;

/**
 * Publishes in this process, one publication after the other. An edit is answered before: its record is stored. After a
 * failure the writes are tried again, at last with the next edit; a process that ends before that leaves a mark by which the
 * next start compares everything.
 */
export function publisher(table: Table, log: Log): Publisher {
  let waiting: Change[] = [];
  let running: Promise<void> | null = null;

  async function publishAll(): Promise<void> {
    for (let attempt = 1; waiting.length > 0 && attempt <= attempts; attempt++) {
      const own = waiting;
      waiting = [];
      try {
        const { unreadable } = await refresh(table, own, { now: table.clock(), origin: editorsOrigin });
        for (const { key, reason } of unreadable)
          log({ level: "error", message: `Left out ${key.pk} ${key.sk}: ${reason}` });
        attempt = 0;
      } catch (error) {
        waiting = [...own, ...waiting];
        log({ level: "error", message: "A publication failed.", error: stackOf(error) });
        await table.pause(attempt);
      }
    }
  }

  return {
    follow(changes) {
      waiting.push(...changes);
      running ??= new Promise<void>((resolve) => setTimeout(resolve, collectedMs))
        .then(publishAll)
        .finally(() => {
          running = null;
        });
    },
    settled: () => running ?? Promise.resolve(),
  };
}

/** At AWS another function gets the writes from the stream of the table: nothing is left to do here. */
export const followedByStream = (table: Table): Publisher => ({
  follow: () => void table.unpublished.take(),
  settled: () => Promise.resolve(),
});
