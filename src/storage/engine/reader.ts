import type { Item, Key } from "./key";
import type { ListParams, QueryParams } from "./query-input";

export interface QueryResult {
  readonly items: readonly Item[];
  /** True if the data goes on after these items. */
  readonly more: boolean;
}

/**
 * Reads items at once. What is not in memory is a thrown `NotLoaded`: whoever catches it loads it and asks again. So every
 * question is a plain function, over a published snapshot and over the table itself alike.
 */
export interface Reader {
  get(key: Key): Item | null;
  /**
   * Items of the keys, in any order, without those that do not exist. Repeated keys are read once.
   * @param consistent whether to see every acknowledged write; a snapshot is always consistent in itself.
   */
  batchGet(keys: readonly Key[], attributes?: readonly string[], consistent?: boolean): Item[];
  /** The next items of one partition in the order of its sort key, however many a filter leaves out. */
  query(params: QueryParams, limit: number): QueryResult;
  /** The number of matching items of the partition. */
  count(params: ListParams): number;
  /**
   * All items of a partition in the pieces in which they are kept: the same array as long as nothing in it changes, so that what
   * follows from a piece is computed once.
   */
  segments(partition: string): readonly (readonly Item[])[];
  /** The next item of one partition. */
  first(params: QueryParams): Item | null;
}

/** Thrown by a reader for what is not in memory. */
export class NotLoaded extends Error {
  override readonly name = "NotLoaded";

  /** @param load makes it available to the same reader. */
  constructor(readonly load: () => Promise<void>) {
    super("A part of the data is not in memory.");
  }
}

/** More rounds mean that a function reads something else each time. */
const mostRounds = 1_000;

/** The result of a function that reads: it runs again after each load, so it must have no side effects. */
export async function loaded<T>(read: () => T): Promise<Awaited<T>> {
  for (let round = 0; ; round++) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof NotLoaded) || round === mostRounds) throw error;
      await error.load();
    }
  }
}
