import { checkCode, checking, checkSources } from "./check";
import { checkPhone, type Phone } from "./contact";
import { checkLocalizedText, type LocalizedText } from "./localized-text";

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
  /** What to know before trusting the hours. */
  readonly openingHoursNote: LocalizedText | null;
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
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
