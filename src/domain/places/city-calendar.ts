import { checkCode, checking, checkSources } from "../kit/check";
import type { Holiday } from "../schedule/holidays";
import { italianHolidays } from "../schedule/italian-holidays";
import { isTimezone } from "../schedule/local-time";

/** National public holidays by country (ISO 3166-1 alpha-2); a country that is not here has none that the hub knows. */
const nationalHolidays: Readonly<Record<string, readonly Holiday[]>> = { IT: italianHolidays };

/** What a city's days are like: its time zone and its holidays. */
export interface CityCalendar {
  /** Code of the city, for example `comune:015146`. */
  readonly code: string;
  /** IANA name, for example `Europe/Rome`. */
  readonly timezone: string;
  /** ISO 3166-1 alpha-2: it says which national holidays are kept. */
  readonly country: string;
  /** Holidays of the city alone, such as the day of its patron. */
  readonly localHolidays: readonly Holiday[];
  readonly sourceCodes: readonly string[];
}

export function createCityCalendar(fields: CityCalendar): CityCalendar {
  const record = checking("CityCalendar", fields.code, fields);
  checkCode(record, "code", fields.code);
  record.check(isTimezone(fields.timezone), "timezone", fields.timezone, "must be an IANA time zone");
  record.check(
    /^[A-Z]{2}$/.test(fields.country),
    "country",
    fields.country,
    "an ISO 3166-1 code of two letters",
  );
  const codes = fields.localHolidays.map((holiday) => holiday.code);
  record.check(new Set(codes).size === codes.length, "localHolidays", codes, "each holiday stands once");
  for (const [i, holiday] of fields.localHolidays.entries()) {
    const fixed =
      holiday.kind !== "FIXED" ||
      (holiday.month >= 1 && holiday.month <= 12 && holiday.day >= 1 && holiday.day <= 31);
    record.check(fixed, `localHolidays[${i}]`, holiday, "month is 1 to 12 and day 1 to 31");
  }
  checkSources(record, fields.sourceCodes);
  return record.passed();
}

/** Every public holiday that is kept in the city: those of its country and its own. */
export const holidaysOf = ({ country, localHolidays }: CityCalendar): readonly Holiday[] => [
  ...(nationalHolidays[country] ?? []),
  ...localHolidays,
];
