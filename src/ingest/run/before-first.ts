import type { SaveOptions } from "../../storage/records/save";

/** Does something once, before anything is written at all. */
export function beforeFirst(begin: () => Promise<void>): NonNullable<SaveOptions["before"]> {
  let begun: Promise<void> | null = null;
  return async (writes) => {
    if (writes.length === 0) return;
    begun ??= begin();
    await begun;
  };
}
