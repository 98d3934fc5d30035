import type { CalendarDay } from "./calendar-day";

/**
 * Easter Sunday of the Gregorian calendar, for the years 1583 to 9999: 2026 gives `2026-04-05`.
 *
 * "Anonymous Gregorian algorithm" (Nature 13, 1876, p. 487; Meeus, "Astronomical Algorithms", 1991, chapter 8),
 * with its letters.
 */
export function easterSunday(year: number): CalendarDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}
