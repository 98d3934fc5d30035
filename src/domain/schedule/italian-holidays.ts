import type { Holiday } from "./holidays";

const fixed = (
  code: string,
  month: number,
  day: number,
  it: string,
  en: string,
  sinceYear: number | null = null,
): Holiday => ({
  code: `it:${code}`,
  name: { it, en },
  sinceYear,
  kind: "FIXED",
  month,
  day,
});

const easter = (code: string, offsetDays: number, it: string, en: string): Holiday => ({
  code: `it:${code}`,
  name: { it, en },
  sinceYear: null,
  kind: "EASTER",
  offsetDays,
});

/**
 * The national public holidays of Italy since 2001: law 260 of 27 May 1949, art. 2, with presidential decree 792 of 28
 * December 1985 (Epiphany restored) and law 336 of 20 November 2000 (2 June restored); from 2026 also 4 October, by law
 * 151 of 8 October 2025. Easter Sunday is one, as every Sunday is. The day of a city's patron is in the city's
 * configuration.
 */
export const italianHolidays: readonly Holiday[] = [
  fixed("capodanno", 1, 1, "Capodanno", "New Year's Day"),
  fixed("epifania", 1, 6, "Epifania", "Epiphany", 1986),
  easter("pasqua", 0, "Pasqua", "Easter Sunday"),
  easter("lunedi-dell-angelo", 1, "Lunedì dell'Angelo", "Easter Monday"),
  fixed("liberazione", 4, 25, "Festa della Liberazione", "Liberation Day"),
  fixed("lavoro", 5, 1, "Festa del Lavoro", "Labour Day"),
  fixed("repubblica", 6, 2, "Festa della Repubblica", "Republic Day", 2001),
  fixed("ferragosto", 8, 15, "Ferragosto", "Assumption Day"),
  fixed("san-francesco", 10, 4, "San Francesco d'Assisi", "Saint Francis of Assisi", 2026),
  fixed("ognissanti", 11, 1, "Ognissanti", "All Saints' Day"),
  fixed("immacolata", 12, 8, "Immacolata Concezione", "Immaculate Conception"),
  fixed("natale", 12, 25, "Natale", "Christmas Day"),
  fixed("santo-stefano", 12, 26, "Santo Stefano", "Saint Stephen's Day"),
];
