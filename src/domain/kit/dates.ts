/**
 * An ISO 8601 date at the precision that the source gives: `2024`, `2022-10` or `2026-09-25`.
 * Precision is a fact of its own: "2022" must not become "2022-01-01".
 */
export type PartialDate = string;

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A half year or a quarter, as in SDMX: `2024-S2`, `2024-Q3`. */
const part = /^(\d{4})-(?:S([12])|Q([1-4]))$/;

/** Whether the text is a period of values: a date, a half year or a quarter. */
export const isPeriod = (value: string): boolean => part.test(value) || isPartialDate(value);

/** The first and the last month of a half year or a quarter; the date itself for any other period. */
function monthsOf(period: PartialDate): readonly [first: string, last: string] {
  const [, year, half, quarter] = part.exec(period) ?? [];
  if (year === undefined) return [period, period];
  const length = half === undefined ? 3 : 6;
  const last = Number(half ?? quarter) * length;
  const month = (number: number): string => `${year}-${String(number).padStart(2, "0")}`;
  return [month(last - length + 1), month(last)];
}

export function isPartialDate(value: string): boolean {
  const match = pattern.exec(value);
  if (!match) return false;
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** First day that the date or period can mean: `2022-10` gives `2022-10-01`. */
export const firstDay = (date: PartialDate): string => `${monthsOf(date)[0]}-01-01`.slice(0, 10);

/** Last day that the date or period can mean: `2022-10` gives `2022-10-31`. */
export function lastDay(date: PartialDate): string {
  if (date.length === 10) return date;
  const month = `${monthsOf(date)[1]}-12`.slice(0, 7);
  return `${month}-${month.endsWith("-02") && isLeap(Number(month.slice(0, 4))) ? 29 : daysOf[month.slice(5)]}`;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysOf: Readonly<Record<string, number>> = {
  ...{ "01": 31, "02": 28, "03": 31, "04": 30, "05": 31, "06": 30 },
  ...{ "07": 31, "08": 31, "09": 30, "10": 31, "11": 30, "12": 31 },
};

/** Whether a period of values is not after another one; unknown ones (`null`) exclude nothing. */
export const isOrderOfPeriods = (from: string | null, to: string | null): boolean =>
  from === null || to === null || firstDay(from) <= lastDay(to);

/** Whether a period ends after it begins. Unknown bounds (`null`) and invalid dates exclude nothing. */
export function isInOrder(from: PartialDate | null, to: PartialDate | null): boolean {
  const comparable = from !== null && to !== null && isPartialDate(from) && isPartialDate(to);
  return !comparable || firstDay(from) <= lastDay(to);
}
