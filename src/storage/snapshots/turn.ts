import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged, type Update } from "../engine/write-input";
import { rootKey } from "./root";

/** A publisher that was killed keeps the others waiting for so long. */
const turnMs = 10_000;
const mostLooks = 200;
/** A look comes at most some 200 milliseconds after the one before. */
const longestPause = 3;

/** The publisher that the others let pass, and how long they do, in milliseconds since 1970. */
interface Turn {
  readonly turnBy?: string;
  readonly turnUntil?: number;
}

const isFreeFor = (root: Item | null, by: string, now: number): boolean => {
  const { turnBy, turnUntil = 0 } = (root ?? {}) as Turn;
  return turnBy === undefined || turnBy === by || turnUntil < now;
};

/**
 * Makes the others wait. One has the turn at a time: whoever wants it too waits until it is over. A publication that is under way may
 * still come before.
 */
export async function takeTurn(table: Table, by: string): Promise<void> {
  for (let look = 1; look <= mostLooks; look++) {
    const stored = await rootInTurn(table, by);
    const { turnUntil } = (stored ?? {}) as Turn;
    const set = { turnBy: by, turnUntil: Date.parse(table.clock()) + turnMs };
    const taken = table.update(rootKey, { set, when: { turnUntil } }).then(() => true);
    if (await ifUnchanged(taken, () => false)) return;
  }
}

/** The root as it is stored, read when no other publisher has its turn. */
export async function rootInTurn(table: Table, by: string): Promise<Item | null> {
  for (let look = 1; ; look++) {
    const stored = await table.get(rootKey, true);
    if (isFreeFor(stored, by, Date.parse(table.clock())) || look === mostLooks) return stored;
    await table.pause(Math.min(look, longestPause));
  }
}

/** A commit that ends the turn of its publisher, if it has one. */
export const endingTurn = (commit: Update, before: Item | null, by: string): Update =>
  (before as Turn | null)?.turnBy === by ? { ...commit, remove: ["turnBy", "turnUntil"] } : commit;
