import { canonicalText } from "../../domain/kit/canonical-text";
import { distinctSorted } from "../../domain/kit/distinct";
import type { RecordVersion } from "../../storage/records/history.repository";

/** A field in which a version of a record differs from the one before. */
export interface FieldChange {
  readonly field: string;
  readonly previousValue: unknown;
  readonly value: unknown;
  /** Whether both values are suppressed. */
  readonly suppressed: boolean;
}

/**
 * Fields that histories suppress: two counts of people, each safe alone, can together disclose a few people
 * (docs/methods.md, disclosure).
 */
const suppressedFields: Readonly<Record<string, readonly string[]>> = { EngagementEvent: ["participants"] };

/** The fields in which a version differs from the one before, by name; none for a deletion. */
export function fieldChanges(
  type: string,
  { record, previous }: Pick<RecordVersion, "record" | "previous">,
): FieldChange[] {
  if (record === null) return [];
  const now = new Map(Object.entries(record));
  const before = new Map(Object.entries(previous ?? {}));
  return distinctSorted([...before.keys(), ...now.keys()])
    .filter((field) => canonicalText(before.get(field)) !== canonicalText(now.get(field)))
    .map((field) => {
      const suppressed = suppressedFields[type]?.includes(field) ?? false;
      const [previousValue, value] = [before, now].map((each) =>
        suppressed ? null : (each.get(field) ?? null),
      );
      return { field, previousValue, value, suppressed };
    });
}
