import { type Capacity, checkCapacity } from "../kit/capacity";
import { checkCode, checking, checkSources } from "../kit/check";
import { checkPhone, type Phone } from "../kit/contact";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";
import { checkOneZone } from "../schedule/one-zone";
import type { OpeningRules } from "../schedule/opening-answer";

/** A service as one centre gives it (HSDS service_at_location): one building gives several, one service has several. */
export interface ServiceAtLocation {
  readonly code: string;
  readonly serviceCode: string;
  readonly centreCode: string;
  /** What holds for this place only, such as floor or access by appointment. */
  readonly description: LocalizedText | null;
  readonly phones: readonly Phone[];
  /** Hours of the service at this place, word for word. */
  readonly openingHoursText: string | null;
  /** What these words, or rows of a source, say of when it is open; `null` where no source says anything. */
  readonly openingRules: OpeningRules | null;
  /** Why the hours are doubtful: then no answer relies on them. `null` where nothing is. */
  readonly openingHoursNote: LocalizedText | null;
  readonly capacity: readonly Capacity[];
  readonly sourceCodes: readonly string[];
}

export function createServiceAtLocation(fields: ServiceAtLocation): ServiceAtLocation {
  const record = checking("ServiceAtLocation", fields.code, fields);
  for (const field of ["code", "serviceCode", "centreCode"] as const) checkCode(record, field, fields[field]);
  if (fields.description) checkLocalizedText(record, "description", fields.description);
  for (const [i, phone] of fields.phones.entries()) checkPhone(record, `phones[${i}]`, phone);
  if (fields.openingHoursNote) checkLocalizedText(record, "openingHoursNote", fields.openingHoursNote);
  record.check(
    fields.openingHoursText !== null || fields.openingHoursNote === null,
    "openingHoursNote",
    fields.openingHoursNote,
    "a note on hours needs the hours",
  );
  checkOneZone(record, fields.openingRules);
  checkCapacity(record, "capacity", fields.capacity);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
