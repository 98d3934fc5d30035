import * as z from "zod";
import { capacity } from "../kit/capacity";
import { phone } from "../kit/contact";
import { code, list, optional, sources } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { openingRules } from "../schedule/opening-answer";

export const serviceAtLocationRecord = defineRecord(
  "ServiceAtLocation",
  {
    code: ownCode(),
    serviceCode: code("services"),
    centreCode: code("centres"),
    /** Facts about this place only, such as floor or access by appointment. */
    description: optional(localizedText()),
    phones: list(phone()),
    /** Hours of the service at this place, word for word. */
    openingHoursText: optional(z.string()),
    /** Closures of the service at this place, word for word; absent from records of an earlier version of the hub. */
    closuresText: optional(z.string()).optional(),
    /** Hours and closures as rows; `null` when no source says anything. */
    openingRules: optional(openingRules()),
    /** Why the hours are doubtful, so that no answer relies on them; `null` without doubt. */
    openingHoursNote: optional(localizedText()),
    capacity: capacity(),
    sourceCodes: sources(),
  },
  ({ openingHoursText, openingHoursNote }, check) =>
    check(
      openingHoursText !== null || openingHoursNote === null,
      "openingHoursNote",
      (text) => text.hoursNote,
    ),
);

/** A service at one centre (HSDS service_at_location). */
export interface ServiceAtLocation extends RecordOf<typeof serviceAtLocationRecord> {}

export const createServiceAtLocation = serviceAtLocationRecord.create;
