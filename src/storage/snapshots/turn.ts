import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import type { Update } from "../engine/write-input";
import { rootKey } from "./root";

/** A publisher that was killed keeps the others waiting for so long. */
const turnMs = 10_000;
const mostLooks = 200;
/** A look comes at most some 200 milliseconds after the one before. */
const longestPause = 3;

/** The publisher that the others let pass, and how long they do, in milliseconds since 1970. */
interface Turn {
  readonly by: string;
  readonly until: number;
}

const turnOf = (root: Item | null): Turn | null => (root?.turn as Turn | undefined) ?? null;

/** Makes the others wait. A publication that is under way may still come before. */
export const takeTurn = (table: Table, by: string): Promise<unknown> =>
  table.update(rootKey, { set: { turn: { by, until: Date.parse(table.clock()) + turnMs } } });

/** The root as it is stored, read when no other publisher has its turn. */
export async function rootInTurn(table: Table, by: string): Promise<Item | null> {
  for (let look = 1; ; look++) {
    const stored = await table.get(rootKey, true);
    const turn = turnOf(stored);
    const isFree = turn === null || turn.by === by || turn.until < Date.parse(table.clock());
    if (isFree || look === mostLooks) return stored;
    await table.pause(Math.min(look, longestPause));
  }
}

/** A commit that ends the turn of its publisher, if it has one. */
export const endingTurn = (commit: Update, before: Item | null, by: string): Update =>
  turnOf(before)?.by === by ? { ...commit, remove: ["turn"] } : commit;
