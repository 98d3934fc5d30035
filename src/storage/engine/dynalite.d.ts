/** The parts of dynalite that the embedded engine drives; the package ships no types. */
declare module "dynalite/db/index.js" {
  type Entry = readonly [key: Buffer, value: Buffer];
  interface Encodings {
    readonly keyEncoding: "buffer";
    readonly valueEncoding: "buffer";
  }
  /** An item in the form of the protocol. */
  type StoredEntry = Readonly<Record<string, unknown>>;
  interface StoredTable {
    readonly TableName: string;
    readonly TableStatus: string;
    readonly GlobalSecondaryIndexes?: readonly unknown[];
  }
  type Callback<T = unknown> = (error: unknown, found?: T) => void;
  type Operation =
    | { readonly type: "put"; readonly key: string; readonly value: unknown }
    | { readonly type: "del"; readonly key: string };
  interface PartOfStore {
    /** Calls back when all keys are free; what the release gives frees them. */
    lock(keys: string | readonly string[], locked: (release: (done: () => void) => () => void) => void): void;
    get(key: string, done: Callback<StoredEntry>): void;
    put(key: string, value: StoredEntry, done: Callback): void;
    del(key: string, done: Callback): void;
  }
  /** What a query reads from; holds a snapshot of the data until it is closed. */
  interface OpenIterator {
    close(): Promise<void>;
  }
  type Iterate = (options?: object) => OpenIterator;
  interface Store {
    /** The LevelDB that holds every table. */
    readonly db: {
      keys: Iterate;
      values: Iterate;
      open(options?: { readonly maxOpenFiles: number }): Promise<void>;
      batch(
        operations: readonly (Operation | (Encodings & { type: "put"; key: Buffer; value: Buffer }))[],
      ): Promise<void>;
      iterator(encodings: Encodings): { all(): Promise<readonly Entry[]> };
    };
    readonly lifecycleManager: { gracefulClose(): Promise<void> };
    getTable(
      name: string,
      ...rest: [Callback<StoredTable>] | [isUsable: boolean, Callback<StoredTable>]
    ): void;
    getItemDb(table: string): PartOfStore;
    getIndexDb(type: string, table: string, index: string): PartOfStore;
  }
  interface IndexEntry {
    readonly index: string;
    readonly key: string;
    readonly item: StoredEntry;
  }
  export function create(options: { path?: string; createTableMs?: number }): Store;
  export function capacityUnits(entry: StoredEntry | null | undefined): number;
  export function checkConditional(
    write: object,
    existing: StoredEntry | undefined,
  ): Error | null | undefined;
  export function createKey(entry: StoredEntry, table: StoredTable): string;
  export function getIndexActions(
    indexes: readonly unknown[],
    existing: StoredEntry | null,
    item: StoredEntry | null,
    table: StoredTable,
  ): { readonly puts: readonly IndexEntry[]; readonly deletes: readonly Omit<IndexEntry, "item">[] };
  export function validateItem(item: StoredEntry, table: StoredTable): Error | null | undefined;
  export function validateKey(key: StoredEntry, table: StoredTable): Error | null | undefined;
  export function validationError(message: string): Error;
}

declare module "dynalite/validations/index.js" {
  import type { Store } from "dynalite/db/index.js";

  export function toLowerFirst(name: string): string;
  export function checkTypes(data: unknown, types: unknown): unknown;
  export function checkValidations(data: unknown, types: unknown, custom: unknown, store: Store): void;
}
