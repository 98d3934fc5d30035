import { type Checking, checkCode } from "./check";
import { checkPartialDate, type PartialDate } from "./dates";
import { checkLocalizedText, type LocalizedText } from "./localized-text";

/** How many of something there are, and how many are free (HSDS 3.1 service_capacity). */
export interface Capacity {
  /** What is counted, for example places or tables. */
  readonly unit: LocalizedText;
  /** Free when it was counted; `null` where no source says. */
  readonly available: number | null;
  /** There at all; `null` where no source says. */
  readonly maximum: number | null;
  /** When the source counted it, not when the hub stored it; `null` where no source says. */
  readonly updatedAt: PartialDate | null;
  readonly sourceCode: string;
}

/** One count of each unit by each source: two of the same would be two answers to one question. */
export const capacityKey = ({ unit, sourceCode }: Capacity): string => JSON.stringify([unit.it, sourceCode]);

export function checkCapacity(record: Checking, field: string, capacity: readonly Capacity[]): void {
  for (const [i, { unit, available, maximum, updatedAt, sourceCode }] of capacity.entries()) {
    checkLocalizedText(record, `${field}[${i}].unit`, unit);
    for (const [name, count] of Object.entries({ available, maximum })) {
      const possible = count === null || (Number.isInteger(count) && count >= 0);
      record.check(possible, `${field}[${i}].${name}`, count, "a whole number, 0 or more; null when unknown");
    }
    const known = available !== null || maximum !== null;
    record.check(known, `${field}[${i}].maximum`, null, "a capacity says how many there are or are free");
    const fits = available === null || maximum === null || available <= maximum;
    record.check(
      fits,
      `${field}[${i}].available`,
      available,
      `not more can be free than the ${maximum} there are`,
    );
    checkPartialDate(record, `${field}[${i}].updatedAt`, updatedAt);
    checkCode(record, `${field}[${i}].sourceCode`, sourceCode);
  }
  const keys = capacity.map(capacityKey);
  record.check(new Set(keys).size === keys.length, field, keys, "each unit stands once for each source");
}
