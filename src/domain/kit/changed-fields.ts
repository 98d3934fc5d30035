import { canonicalText } from "./canonical-text";
import { distinctSorted } from "./distinct";

/** One field of a record before and after; `undefined` when it did not exist. */
export interface ChangedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields in which two records differ, by name. */
export function changedFields(before: object, after: object): ChangedField[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return distinctSorted([...Object.keys(old), ...Object.keys(now)])
    .filter((field) => canonicalText(old[field] ?? null) !== canonicalText(now[field] ?? null))
    .map((field) => ({ field, before: old[field], after: now[field] }));
}
