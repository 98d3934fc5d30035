import type { Language } from "../address/address";

/** Locales of numbers and dates. */
export const locales = { it: "it-IT", en: "en-GB" } as const;

/** At most so many digits after the point; `1234.5` → `1.234,5` or `1,234.5`. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  // Italian would leave out the separator of numbers with four digits.
  return value.toLocaleString(locales[language], { maximumFractionDigits: decimals, useGrouping: "always" });
}

/** A value with the symbol of its unit, `22,3 %`; without a symbol the number alone. */
export function formatValue(
  value: number,
  { decimals, symbol }: { readonly decimals: number; readonly symbol: string | null },
  language: Language,
): string {
  const number = value.toLocaleString(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: "always",
  });
  return symbol === null ? number : `${number}\u00a0${symbol}`;
}

/** A date at its own precision: `2024`, `luglio 2024`, `8 luglio 2026`. */
export function formatDate(date: string, language: Language): string {
  const [year = "", month, day] = date.slice(0, 10).split("-");
  if (month === undefined) return year;
  return new Intl.DateTimeFormat(locales[language], {
    year: "numeric",
    month: "long",
    ...(day !== undefined && { day: "numeric" }),
    timeZone: "UTC",
  }).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}

/** A moment on the clock of a place: `mercoledì 8 luglio 2026 alle ore 10:00`. */
export function formatMoment(moment: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: "full",
    timeStyle: "short",
    timeZone,
  }).format(new Date(moment));
}
