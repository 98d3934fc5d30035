/** The parts of dynalite that the embedded engine drives; the package ships no types. */
declare module "dynalite/db/index.js" {
  interface Store {
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
