import { addDays, type CalendarDay, type Weekday, weekdays } from "./calendar-day";
import type { WrittenPeriod } from "./read-period";
import type { WrittenSpan } from "./read-spans";
import type { UnparsedText } from "./schedule";

/** What a text says of some days of the week, in a period or (`null`) always. */
export interface DayRule {
  readonly period: WrittenPeriod | null;
  readonly days: readonly Weekday[];
  readonly state: "CLOSED" | "HOURS" | "UNKNOWN";
  readonly spans: readonly WrittenSpan[];
  readonly text: string;
  readonly repaired: boolean;
  /** Whether some of its hours could not be parsed. */
  readonly unread: boolean;
}

/** The statements of a text, before contradictions between them are resolved. */
export interface HoursRules {
  readonly rules: readonly DayRule[];
  readonly closures: readonly { readonly period: WrittenPeriod; readonly text: string }[];
  readonly unparsed: readonly UnparsedText[];
}

/** A rule on the days on which it holds. */
export interface ResolvedRule {
  readonly rule: DayRule;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly days: readonly Weekday[];
  /** Days on which it may or may not hold. */
  readonly doubtful: readonly Weekday[];
}

type Held = Pick<ResolvedRule, "days" | "doubtful">;

/**
 * The rules of a text without contradictions: on each date those of the narrowest period hold, and of two rules for a day
 * the later one, or the one for fewer days. Where the text leaves open which holds, the day is in doubt.
 */
export function resolveHours(rules: readonly DayRule[]): ResolvedRule[] {
  const resolved = rules.map((): ResolvedRule[] => []);
  for (const { from, to } of intervalsOf(rules)) {
    const held = heldIn(rules.filter(({ period, days }) => days.length > 0 && isActive(period, from, to)));
    for (const [rule, { days, doubtful }] of held) {
      if (days.length + doubtful.length === 0) continue;
      const list = resolved[rules.indexOf(rule)]!;
      const last = list.at(-1);
      const goesOn =
        last?.to != null &&
        from !== null &&
        addDays(last.to, 1) === from &&
        sameHeld(last, { days, doubtful });
      if (goesOn) list[list.length - 1] = { ...last, to };
      else list.push({ rule, from, to, days, doubtful });
    }
  }
  return resolved.flat();
}

const sameHeld = (a: Held, b: Held): boolean =>
  a.days.join() === b.days.join() && a.doubtful.join() === b.doubtful.join();

/** The intervals between the first and last days of all periods; `null` is without end. */
function intervalsOf(rules: readonly DayRule[]) {
  const periods = rules.flatMap(({ period }) => period ?? []);
  const starts = [...new Set(periods.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort();
  return [null, ...starts].map((from, i) => ({
    from,
    to: starts[i] === undefined ? null : addDays(starts[i], -1),
  }));
}

const isActive = (period: WrittenPeriod | null, from: CalendarDay | null, to: CalendarDay | null): boolean =>
  period === null || (from !== null && to !== null && period.from <= from && to <= period.to);

/** The rules of one interval. The narrowest period replaces the others; periods that overlap in part are in doubt. */
function heldIn(rules: readonly DayRule[]): Map<DayRule, Held> {
  const keyOf = ({ period }: DayRule): string => (period ? `${period.from} ${period.to}` : "");
  const periods = rules.map(({ period }) => period).filter((period) => period !== null);
  const narrowest = periods.find((p) => periods.every((q) => q.from <= p.from && p.to <= q.to));
  if (periods.length > 0 && !narrowest)
    return new Map(rules.map((rule) => [rule, { days: [], doubtful: rule.days }]));
  const key = narrowest ? `${narrowest.from} ${narrowest.to}` : "";
  const held = heldInSection(rules.filter((rule) => keyOf(rule) === key));
  const stated = new Set([...held.values()].flatMap(({ days, doubtful }) => [...days, ...doubtful]));
  // A season that speaks of some days only: whether the others go on as usual is not stated.
  for (const rule of rules.filter((each) => keyOf(each) !== key)) {
    const rest = rule.days.filter((day) => !stated.has(day));
    const isClosed = (day: Weekday): boolean =>
      rules.every((each) => each.state === "CLOSED" || !each.days.includes(day));
    held.set(rule, {
      days: rest.filter(isClosed),
      doubtful: rest.filter((day) => !isClosed(day)),
    });
  }
  return held;
}

function heldInSection(rules: readonly DayRule[]): Map<DayRule, Held> {
  const days = new Map(rules.map((rule) => [rule, [] as Weekday[]]));
  const doubtful = new Map(rules.map((rule) => [rule, [] as Weekday[]]));
  for (const day of weekdays) {
    const { sure, unsure } = heldOn(rules.filter((rule) => rule.days.includes(day)));
    for (const rule of sure) days.get(rule)!.push(day);
    for (const rule of unsure) doubtful.get(rule)!.push(day);
  }
  return new Map(rules.map((rule) => [rule, { days: days.get(rule)!, doubtful: doubtful.get(rule)! }]));
}

/** The rules of one day of the week, in the order of the text. */
function heldOn(rules: readonly DayRule[]) {
  let sure: DayRule[] = [];
  const unsure: DayRule[] = [];
  for (const rule of rules) {
    const before = sure.at(-1) ?? unsure.at(-1);
    if (before === undefined) sure = [rule];
    else if (isWider(rule, before) && (before.state !== "HOURS" || rule.state !== "HOURS")) {
      // "Lunedì chiuso, tutti i giorni 9:00-18:00": what is said of the one day stays.
      if (before.state === "HOURS") unsure.push(...sure.splice(0), rule);
    } else if (before.state !== "HOURS" || rule.state !== "HOURS") {
      if (sameDays(rule, before)) unsure.push(...sure.splice(0), rule);
      else {
        sure = [rule];
        unsure.length = 0;
      }
    } else {
      const overlaps = sure.some((other) => spansOverlap(other.spans, rule.spans));
      const same = sameDays(rule, before);
      // "Lun 9:00-12:00, Lun 14:00-18:00" are two spans of a day; "Lun-Ven 9:00-12:00, Mer 14:00-18:00" may not be.
      if (same && !overlaps) sure.push(rule);
      else if (!same && overlaps && !isWider(rule, before)) sure = [rule];
      else if (!same && !overlaps && !isWider(rule, before)) {
        unsure.push(...sure);
        sure = [rule];
      } else unsure.push(...sure.splice(0), rule);
    }
  }
  return { sure, unsure };
}

const isWider = ({ days }: DayRule, other: DayRule): boolean =>
  days.length > other.days.length && other.days.every((day) => days.includes(day));

const sameDays = (a: DayRule, b: DayRule): boolean => a.days.join() === b.days.join();

const spansOverlap = (some: readonly WrittenSpan[], others: readonly WrittenSpan[]): boolean =>
  some.some((a) => others.some((b) => a.opensAt < endOf(b) && b.opensAt < endOf(a)));

const endOf = ({ opensAt, closesAt }: WrittenSpan): string => (closesAt <= opensAt ? "24:00" : closesAt);
