import type { RecordVersion } from "../../storage/history.repository";
import type { FieldChangeType } from "./record-version.type";

/** The fields in which a version differs from the one before, by name; of one that is gone, none. */
export function fieldChanges({
  record,
  previous,
}: Pick<RecordVersion, "record" | "previous">): FieldChangeType[] {
  if (record === null) return [];
  const now = new Map(Object.entries(record));
  const before = new Map(Object.entries(previous ?? {}));
  return [...new Set([...before.keys(), ...now.keys()])]
    .sort()
    .filter((field) => JSON.stringify(before.get(field)) !== JSON.stringify(now.get(field)))
    .map((field) => ({ field, previousValue: before.get(field) ?? null, value: now.get(field) ?? null }));
}
