import type { PersonTerms } from "../../domain/identity/person-terms";
import { redacted } from "../../domain/identity/redact";
import { changedFields } from "../../domain/kit/changed-fields";
import { codecOf, type HubRecord } from "../records/hub-record";

/** A record without persons who were erased, and the fields that had them. */
export interface Screened<R extends HubRecord> {
  readonly record: R;
  /** None if the record is unchanged. */
  readonly fields: readonly string[];
}

/**
 * @param terms `null` if nobody was erased.
 * @throws HubError INVALID_RECORD if the record cannot be without the person.
 */
export function withoutErased<R extends HubRecord>(given: R, terms: PersonTerms | null): Screened<R> {
  if (terms === null) return { record: given, fields: [] };
  const record = redacted(given.record as object, terms);
  const fields = changedFields(given.record as object, record).map(({ field }) => field);
  if (fields.length === 0) return { record: given, fields };
  return { record: { ...given, record: codecOf(given.type).create?.(record) ?? record }, fields };
}
