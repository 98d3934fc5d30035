import * as z from "zod";
import { distinct, sources } from "../kit/field";
import { checks } from "../kit/messages/en/checks";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { type Holiday, holiday } from "../schedule/holidays";
import { italianHolidays } from "../schedule/italian-holidays";
import { timezone } from "../schedule/schedule";

/** National public holidays by country (ISO 3166-1 alpha-2); a country that is not here has none that the hub knows. */
const nationalHolidays: Readonly<Record<string, readonly Holiday[]>> = { IT: italianHolidays };

export const cityCalendarRecord = defineRecord("CityCalendar", {
  /** Code of the city, for example `comune:015146`. */
  code: ownCode(),
  /** IANA name, for example `Europe/Rome`. */
  timezone: timezone(),
  /** ISO 3166-1 alpha-2: it says which national holidays are kept. */
  country: z.string().regex(/^[A-Z]{2}$/, checks.country),
  /** Holidays of the city alone, such as the day of its patron. */
  localHolidays: distinct(holiday, ({ code }) => code),
  sourceCodes: sources(),
});

/** The time zone of a city and its holidays. */
export interface CityCalendar extends RecordOf<typeof cityCalendarRecord> {}

export const createCityCalendar = cityCalendarRecord.create;

/** Every public holiday that is kept in the city: those of its country and its own. */
export const holidaysOf = ({ country, localHolidays }: CityCalendar): readonly Holiday[] => [
  ...(nationalHolidays[country] ?? []),
  ...localHolidays,
];
