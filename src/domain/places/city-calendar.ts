import * as z from "zod";
import { distinct, optional, sources } from "../kit/field";
import { textLanguages } from "../kit/localized-text";
import { checks } from "../kit/messages/en/checks";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { type Holiday, holiday } from "../schedule/holidays";
import { italianHolidays } from "../schedule/italian-holidays";
import { timezone } from "../schedule/schedule";

/** National public holidays by country (ISO 3166-1 alpha-2); a missing country has none known to the hub. */
const nationalHolidays: Readonly<Record<string, readonly Holiday[]>> = { IT: italianHolidays };

/** Types of records that partners change. */
const reviewableTypes = ["Centre", "Milestone", "Organization", "Service", "ServiceAtLocation"] as const;

export const cityCalendarRecord = defineRecord("CityCalendar", {
  /** Code of the city, for example `comune:015146`. */
  code: ownCode(),
  /** IANA name, for example `Europe/Rome`. */
  timezone: timezone(),
  /** ISO 3166-1 alpha-2; it determines the national holidays. */
  country: z.string().regex(/^[A-Z]{2}$/, checks.country),
  /** Language of texts whose source does not state one; `null` if the configuration does not say. */
  language: optional(z.enum(textLanguages)),
  /** Holidays of the city only, such as the day of its patron. */
  localHolidays: distinct(holiday, ({ code }) => code),
  /** Types of records that partners change by proposals, which a reviewer of the city accepts; none if absent. */
  reviewedTypes: distinct(z.enum(reviewableTypes)).optional(),
  sourceCodes: sources(),
});

export interface CityCalendar extends RecordOf<typeof cityCalendarRecord> {}

export const createCityCalendar = cityCalendarRecord.create;

/** National and local holidays. */
export const holidaysOf = ({ country, localHolidays }: CityCalendar): readonly Holiday[] => [
  ...(nationalHolidays[country] ?? []),
  ...localHolidays,
];
