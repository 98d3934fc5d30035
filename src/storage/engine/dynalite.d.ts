/** The parts of dynalite that the embedded engine drives; the package ships no types. */
declare module "dynalite/db/index.js" {
  type Entry = readonly [key: Buffer, value: Buffer];
  interface Encodings {
    readonly keyEncoding: "buffer";
    readonly valueEncoding: "buffer";
  }
  interface Store {
    /** The LevelDB that holds every table. */
    readonly db: {
      open(): Promise<void>;
      batch(puts: readonly (Encodings & { type: "put"; key: Buffer; value: Buffer })[]): Promise<void>;
      iterator(encodings: Encodings): { all(): Promise<readonly Entry[]> };
    };
    readonly lifecycleManager: { gracefulClose(): Promise<void> };
  }
  export function create(options: { path?: string; createTableMs?: number }): Store;
}

declare module "dynalite/validations/index.js" {
  import type { Store } from "dynalite/db/index.js";

  export function toLowerFirst(name: string): string;
  export function checkTypes(data: unknown, types: unknown): unknown;
  export function checkValidations(data: unknown, types: unknown, custom: unknown, store: Store): void;
}
