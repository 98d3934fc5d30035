import * as z from "zod";
import { textLanguages } from "../../domain/kit/localized-text";
import { organizationKinds } from "../../domain/places/organization";

/** Facts that an HSDS file does not state. */
export const hsdsSchema = z
  .strictObject({
    organizationKind: z.enum(organizationKinds).describe("Kind of its organisations."),
    timezone: z.string().min(1).describe("IANA time zone of hours without one, as in Europe/Rome."),
    language: z
      .enum(textLanguages)
      .optional()
      .describe("Language of its texts; without it that of the cities in city-calendars.json."),
  })
  .describe("Replaces key and records for a file in HSDS, because the specification defines its fields.");

export const hsdsFormats = ["hsds-json", "hsds-ndjson", "hsds-csv"] as const;
export const isHsdsFormat = (format: string): format is (typeof hsdsFormats)[number] =>
  (hsdsFormats as readonly string[]).includes(format);
