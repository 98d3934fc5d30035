/**
 * An ISO 8601 date at the precision that the source gives: `2024`, `2022-10` or `2026-09-25`.
 * Precision is a fact of its own: "2022" must not become "2022-01-01".
 */
export type PartialDate = string;

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export function isPartialDate(value: string): boolean {
  const match = pattern.exec(value);
  if (!match) return false;
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** First day that the date can mean: `2022-10` gives `2022-10-01`. */
export const firstDay = (date: PartialDate): string => `${date}-01-01`.slice(0, 10);

/** Last day that the date can mean: `2022-10` gives `2022-10-31`. */
export function lastDay(date: PartialDate): string {
  if (date.length === 10) return date;
  const day = new Date(`${`${date}-12`.slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.toISOString().slice(0, 10);
}

/** Whether a period ends after it begins. Unknown bounds (`null`) and invalid dates exclude nothing. */
export function isInOrder(from: PartialDate | null, to: PartialDate | null): boolean {
  const comparable = from !== null && to !== null && isPartialDate(from) && isPartialDate(to);
  return !comparable || firstDay(from) <= lastDay(to);
}
