import { blank, type HoursStatement, type HoursText } from "./hours-statement";
import { readNthDay } from "./read-day-hours";
import { readDays } from "./read-days";
import { readHolidays, takeAndHolidays } from "./read-holidays";
import { readPeriodList } from "./read-period";
import { endsHere } from "./read-spans";
import { attempt, readerAt, type TokenReader, takeRole } from "./token-reader";

/** "chiuso in agosto", "chiuso dal 24 dicembre al 6 gennaio", "chiuso la domenica e i festivi", "festivi chiuso". */
export function readClosed({ tokens, year }: HoursText, first: number): HoursStatement | null {
  const r = readerAt(tokens, first);
  const holidaysFirst = attempt(
    r,
    (copy) => (readHolidays(copy) && takeRole(copy, "CLOSED", "EXCEPT")) || null,
  );
  if (holidaysFirst) return endsHere(r) ? { kind: "CLOSED_HOLIDAYS", first, next: r.at } : null;
  if (!takeRole(r, "CLOSED") && !attempt(r, takeExceptHolidays)) return null;
  if (attempt(r, readHolidays)) return endsHere(r) ? { kind: "CLOSED_HOLIDAYS", first, next: r.at } : null;
  const group = readDays(r, true);
  if (group) {
    const closedHolidays = takeAndHolidays(r, true);
    const isWhole = endsHere(r) && group.doubtful.length === 0;
    const closed = { ...blank, ...group, closed: true, closedHolidays, repaired: r.repaired, spans: [] };
    return isWhole ? { kind: "DAYS", first, next: r.at, ...closed } : null;
  }
  const nth = readNthDay(r);
  if (nth && endsHere(r)) {
    const doubt = { ...blank, days: [nth], doubtful: [], repaired: false, spans: [], unread: true };
    return { kind: "DAYS", first, next: r.at, ...doubt };
  }
  takeRole(r, "ARTICLE", "TO");
  const periods = readPeriodList(r, year, true);
  takeRole(r, "INCLUSIVE");
  return periods && endsHere(r) ? { kind: "CLOSED_PERIODS", first, next: r.at, periods } : null;
}

/** The word "tranne" before holidays, which stay. */
const takeExceptHolidays = (r: TokenReader): true | null =>
  takeRole(r, "EXCEPT") && readHolidays(readerAt(r.tokens, r.at)) ? true : null;
