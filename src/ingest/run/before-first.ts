import type { SaveOptions } from "../../storage/records/save";

/** Runs an action once, before the first write. */
export function beforeFirst(begin: () => Promise<void>): NonNullable<SaveOptions["before"]> {
  let begun: Promise<void> | null = null;
  return async (writes) => {
    if (writes.length === 0) return;
    begun ??= begin();
    await begun;
  };
}
