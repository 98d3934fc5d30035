import { type Weekday, weekdays } from "./calendar-day";
import { monthOf, type WrittenPeriod } from "./read-period";
import type { WrittenSpan } from "./read-spans";
import type { DayRule, HoursRules } from "./resolve-hours";
import type { UnparsedText } from "./schedule";

const days = "Mo|Tu|We|Th|Fr|Sa|Su";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const dayItem = `(?:PH|(?:${days})(?:\\s?-\\s?(?:${days}))?)`;
const monthItem = `(?:${months.join("|")})(?:\\s?-\\s?(?:${months.join("|")}))?`;
const time = "\\d{1,2}:\\d{2}\\s?-\\s?\\d{1,2}:\\d{2}";
const listOf = (item: string): string => `${item}(?:\\s?,\\s?${item})*`;

/** One rule: months, days of the week, times or "off", each optional. */
const rulePattern = new RegExp(
  `^(?:(${listOf(monthItem)})\\s?:?\\s*)?(?:(${listOf(dayItem)})\\s*)?(?:(${listOf(time)})|(off|closed))?$`,
);
/** What no Italian text contains: one of these must be there. */
const mark = new RegExp(`\\b(?:${days}|PH|off|closed|Jan|May|Jun|Jul|Aug|Sep|Oct|Dec)\\b|^24/7$`);

/**
 * A text in the part of the notation of OpenStreetMap (`opening_hours`) that rows of a week can hold: "Mo-Fr 09:00-18:00;
 * Sa 09:00-13:00; Jul-Aug Mo-Fr 08:00-13:00; PH off". `null` for any other text, also for the rest of the notation.
 */
export function readOsmHours(text: string, year: number): HoursRules | null {
  const whole = text.trim().replace(/;$/, "");
  if (!mark.test(whole)) return null;
  const rules: DayRule[] = [];
  const unparsed: UnparsedText[] = [];
  for (const part of whole.split(/;\s*/)) {
    const read =
      part === "24/7"
        ? { days: weekdays, spans: [allDay], periods: [null], holidays: null, isBare: true }
        : readRule(part, year);
    // Times without a day or month after other rules add to some of them.
    if (read === null || (rules.length > 0 && read.isBare)) return null;
    const { spans, holidays } = read;
    if (holidays === "CLOSED")
      unparsed.push({
        text: part,
        reason: "PUBLIC_HOLIDAYS",
        about: "CLOSURES",
        validFrom: null,
        validTo: null,
      });
    const state = spans.length > 0 ? "HOURS" : "CLOSED";
    const rule = { days: read.days, state, spans, text: part, repaired: false, unread: false } as const;
    if (read.days.length === 0) continue;
    for (const period of read.periods) replaceIn(rules, { ...rule, period });
  }
  return { rules, closures: [], unparsed };
}

/** A later rule replaces the earlier ones on its days and dates. */
function replaceIn(rules: DayRule[], rule: DayRule): void {
  for (const [i, earlier] of [...rules.entries()].reverse()) {
    if (rule.period !== null && !(earlier.period && isWithin(earlier.period, rule.period))) continue;
    rules[i] = { ...earlier, days: earlier.days.filter((day) => !rule.days.includes(day)) };
  }
  rules.push(rule);
}

const isWithin = (a: WrittenPeriod, b: WrittenPeriod): boolean => b.from <= a.from && a.to <= b.to;

const allDay: WrittenSpan = { opensAt: "00:00", closesAt: "00:00", repaired: false };

function readRule(part: string, year: number) {
  const [match, monthList, dayList, timeList, off] = rulePattern.exec(part) ?? [];
  if (match === undefined || (timeList === undefined && off === undefined)) return null;
  const dayItems = dayList?.split(/\s?,\s?/) ?? [];
  const hasHolidays = dayItems.includes("PH");
  // Other hours on public holidays, or holidays of some months, are no rows of a week.
  if (hasHolidays && (off === undefined || monthList !== undefined)) return null;
  const spans = (timeList?.split(/\s?,\s?/) ?? []).map(spanOf);
  if (!spans.every((span) => span !== null)) return null;
  const named = dayItems.filter((item) => item !== "PH").flatMap(daysOf);
  return {
    periods: monthList?.split(/\s?,\s?/).flatMap((item) => periodsOf(item, year)) ?? [null],
    days: dayList === undefined ? weekdays : weekdays.filter((day) => named.includes(day)),
    spans,
    isBare: monthList === undefined && dayList === undefined,
    holidays: hasHolidays ? ("CLOSED" as const) : null,
  };
}

function daysOf(item: string): Weekday[] {
  const [first, last = first] = item
    .split(/\s?-\s?/)
    .map((word) => weekdays.indexOf(word.toUpperCase() as Weekday));
  return weekdays.filter((_, i) => (first! <= last! ? first! <= i && i <= last! : first! <= i || i <= last!));
}

/** Months hold each year, also those over New Year; rows are of one year, and answers for others are unknown. */
function periodsOf(item: string, year: number): WrittenPeriod[] {
  const [first, last = first] = item.split(/\s?-\s?/).map((word) => months.indexOf(word) + 1) as [
    number,
    number,
  ];
  const made = (from: number, to: number): WrittenPeriod => ({
    from: monthOf(year, from).from,
    to: monthOf(year, to).to,
    assumedYear: year,
    repaired: false,
  });
  return first <= last ? [made(first, last)] : [made(1, last), made(first, 12)];
}

function spanOf(item: string): WrittenSpan | null {
  const [opensAt, closesAt] = item.split(/\s?-\s?/).map((written) => written.padStart(5, "0")) as [
    string,
    string,
  ];
  const exist =
    /^([01]\d|2[0-3]):[0-5]\d$/.test(opensAt) && /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(closesAt);
  return exist ? { opensAt, closesAt: closesAt === "24:00" ? "00:00" : closesAt, repaired: false } : null;
}
