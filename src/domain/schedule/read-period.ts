import { type CalendarDay, calendarDay } from "./calendar-day";
import { attempt, peek, readerAt, type TokenReader, take, takeKind, takeRole } from "./token-reader";

/** Days from first to last, both included. */
export interface Period {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** The year, if the text writes none. */
  readonly assumedYear: number | null;
}

/** A period, and whether it was read in spite of a typing error. */
export interface WrittenPeriod extends Period {
  readonly repaired: boolean;
}

/** A day as written: its month or year may follow from the context. */
interface WrittenDay {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

/**
 * One period, or some single days, from the position of the reader: "dal 1 al 31 agosto", "dal 27 luglio al 4
 * settembre", "10/08 - 18/08", "15 e 16 agosto", "tutto agosto", "Mar-Ott". `null` if there is none or its days do not
 * exist. A day without a year is of `year`; a period over New Year begins in it.
 */
export const readPeriod = (reader: TokenReader, year: number): Period[] | null =>
  attempt(reader, (r) => readRange(r, year)) ??
  attempt(reader, (r) => readDays(r, year)) ??
  attempt(reader, (r) => readMonthRange(r, year)) ??
  attempt(reader, (r) => readWholeMonth(r, year));

function readRange(r: TokenReader, year: number): Period[] | null {
  const opened = takeRole(r, "FROM");
  const first = readWrittenDay(r);
  if (!first) return null;
  const dashed = takeKind(r, "DASH") !== null;
  const linked = !dashed && takeRole(r, "TO");
  // "Dal 1 giugno 7 agosto" lacks its "al", "01/08 al 24/08" its "dal"; but "1 giugno 7 agosto" may be two days.
  if (!opened && !dashed && !linked) return null;
  if (opened !== linked && !(dashed && !opened)) r.repaired = true;
  const last = readWrittenDay(r);
  if (!last || last.month === null || (first.month === null && !dashed && !linked)) return null;
  const period = periodOf(
    { ...first, month: first.month ?? last.month, year: first.year ?? last.year },
    last,
    year,
  );
  return period && [period];
}

function readDays(r: TokenReader, year: number): Period[] | null {
  const days: WrittenDay[] = [];
  do {
    const day = readWrittenDay(r);
    if (!day) return null;
    days.push(day);
  } while (days.at(-1)!.month === null && takeRole(r, "AND"));
  const { month, year: writtenYear } = days.at(-1)!;
  if (month === null) return null;
  const periods = days.map((day) => {
    const whole = { day: day.day, month, year: writtenYear };
    return periodOf(whole, whole, year);
  });
  return periods.every((period) => period !== null) ? periods : null;
}

/** "Mar-Ott", "da marzo a ottobre", "luglio/agosto": one of the two can only be a month, since "Mar" is also Tuesday. */
function readMonthRange(r: TokenReader, year: number): Period[] | null {
  takeRole(r, "FROM");
  takeRole(r, "ARTICLE");
  const [first, firstDay] = takeMonth(r);
  const slash = takeKind(r, "SLASH") !== null;
  if (first === null || !(slash || takeKind(r, "DASH") || takeRole(r, "TO"))) return null;
  const [last, lastDay] = takeMonth(r);
  if (last === null || last === first || (firstDay && lastDay)) return null;
  // "luglio/settembre" may be two months or three.
  if (slash && last !== (first % 12) + 1) return null;
  const written = takeYear(r);
  const [begin, end] = [written ?? year, written ?? year];
  const from = calendarDay(written !== null && last < first ? begin - 1 : begin, first, 1)!;
  const { to } = monthOf(written === null && last < first ? end + 1 : end, last);
  return [{ from, to, assumedYear: written === null ? year : null }];
}

function takeMonth(r: TokenReader): readonly [month: number | null, mayBeDay: boolean] {
  const { month, monthNeedsNumber, day } = peek(r) ?? {};
  if (month === undefined || monthNeedsNumber) return [null, false];
  take(r);
  return [month, day !== undefined];
}

function readWholeMonth(r: TokenReader, year: number): Period[] | null {
  const all = takeRole(r, "ALL");
  while (takeRole(r, "ARTICLE", "MONTH"));
  const { month, monthNeedsNumber, day } = peek(r) ?? {};
  // "Mar" alone is Tuesday, not March.
  if (month === undefined || monthNeedsNumber || day !== undefined) return null;
  take(r);
  if (!all)
    attempt(
      r,
      (after) => (takeRole(after, "ALL") && takeRole(after, "ARTICLE") && takeRole(after, "MONTH")) || null,
    );
  const written = takeYear(r);
  return [{ ...monthOf(written ?? year, month), assumedYear: written === null ? year : null }];
}

/** "7 agosto", "1° agosto", "7/8", "7/8/2026", "07-ago" or only "7". */
function readWrittenDay(r: TokenReader): WrittenDay | null {
  const written = takeKind(r, "DATE")?.date;
  if (written) return written;
  const day = takeKind(r, "NUMBER")?.number;
  if (day === undefined || day > 31) return null;
  const dashed = peek(r)?.kind === "DASH" && peek(r, 1)?.month !== undefined;
  // A spreadsheet took the day for a date and abbreviated it.
  if (dashed) Object.assign(r, { at: r.at + 1, repaired: true });
  const month = readMonth(r);
  return { day, month, year: month === null ? null : takeYear(r) };
}

const takeYear = (r: TokenReader): number | null => {
  const token = peek(r);
  return token?.kind === "NUMBER" && token.number! > 31 ? take(r).number! : null;
};

/** "Dal 1 al 7 Mar 9:00" is more likely a Tuesday: a word that can be both is a month only if no time follows. */
function readMonth(r: TokenReader): number | null {
  const { month, day } = peek(r) ?? {};
  const next = peek(r, 1)?.kind;
  if (month === undefined || (day !== undefined && (next === "TIME" || next === "TIME_PAIR"))) return null;
  take(r);
  return month;
}

/**
 * "Dal 24 dicembre al 6 gennaio" ends in the next year, or begins in the year before a written one. Days of one month
 * in the wrong order are a typing error.
 */
function periodOf(first: WrittenDay, last: WrittenDay, year: number): Period | null {
  const isOverNewYear = first.month! > last.month! && (first.year ?? year) === (last.year ?? year);
  const endYear = (last.year ?? year) + (isOverNewYear && last.year === null ? 1 : 0);
  const beginYear = (first.year ?? year) - (isOverNewYear && last.year !== null ? 1 : 0);
  const from = calendarDay(beginYear, first.month!, first.day);
  const to = calendarDay(endYear, last.month!, last.day);
  const assumedYear = last.year === null && first.year === null ? year : null;
  return from !== null && to !== null && from <= to ? { from, to, assumedYear } : null;
}

/** All days of a month (1 to 12). */
export function monthOf(
  year: number,
  month: number,
): { readonly from: CalendarDay; readonly to: CalendarDay } {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: calendarDay(year, month, 1)!, to: calendarDay(year, month, last)! };
}

/** Periods joined by "and"; by commas too if `loose`. */
export function readPeriodList(r: TokenReader, year: number, loose: boolean): WrittenPeriod[] | null {
  const periods: WrittenPeriod[] = [];
  const readOne = (copy: TokenReader): true | null => {
    const one = readerAt(copy.tokens, copy.at);
    const read = readPeriod(one, year);
    if (!read) return null;
    periods.push(...read.map((period) => ({ ...period, repaired: one.repaired })));
    copy.at = one.at;
    return true;
  };
  if (!attempt(r, readOne)) return null;
  const isLinked = (copy: TokenReader): boolean =>
    takeRole(copy, "AND") || (loose && peek(copy)?.text === "," && takeKind(copy, "SEPARATOR") !== null);
  while (attempt(r, (copy) => (isLinked(copy) ? readOne(copy) : null)));
  return periods;
}
