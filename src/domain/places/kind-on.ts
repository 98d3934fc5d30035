import { firstDay, lastDay } from "../kit/dates";
import type { CalendarDay } from "../schedule/calendar-day";
import { type CentreKindPeriod, isDisputed } from "./kind-period";

/** Reasons for the kind on a day, or for the lack of one. */
const kindReasons = [
  /** No kind: statements about the day name different kinds, or one source disputes the other. */
  "CONTRADICTED",
  /** No kind: the day is before all statements. */
  "BEFORE_FIRST_STATEMENT",
  /** No kind: statements are about days before and after, not this one. */
  "BETWEEN_STATEMENTS",
  /** No kind: the last stated kind had ended. */
  "ENDED",
  /** The newest statement is older than the day, and nothing newer is known. */
  "LAST_STATED",
  /** No kind: no source states any. */
  "NEVER_STATED",
  /** No kind: no statement has a date. */
  "UNDATED",
  /** A source states the kind for that day. */
  "STATED",
  /** A source said so in the year or month of the day, without the exact day. */
  "STATED_IN_PERIOD",
] as const;
export type KindReason = (typeof kindReasons)[number];

export interface KindOn {
  /** The statement behind the answer; `null` when the kind on that day is unknown. */
  readonly period: CentreKindPeriod | null;
  readonly reason: KindReason;
}

interface Stretch {
  readonly period: CentreKindPeriod;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

const forever = "9999-12-31";

/**
 * The kind of a centre on a day. A statement covers the day of its assertion, and extends to `validFrom` and `validTo` if
 * it has them. One without a date covers only its validity. The newest also covers all later days. An imprecise bound counts by its narrowest reading. A former kind
 * ("ex CAM") without dates covers no day.
 * @param kindHistory in the order of `assertedOn`.
 */
export function kindOn(kindHistory: readonly CentreKindPeriod[], day: CalendarDay): KindOn {
  const newest = kindHistory.at(-1);
  if (!newest) return { period: null, reason: "NEVER_STATED" };
  const covers = ({ from, to }: Stretch): boolean => from <= day && day <= to;
  const sure = kindHistory
    .flatMap((period, i) => sureStretch(period, kindHistory.slice(i + 1)))
    .filter(covers);
  const near = kindHistory
    .flatMap((period, i) => nearStretch(period, kindHistory.slice(i + 1)))
    .filter(covers);
  const found = sure.length > 0 ? sure : near;
  const last = found.at(-1)?.period;
  if (last) {
    const isOpen = found.some(({ period }) => isDisputed(period, kindHistory));
    if (isOpen || found.some(({ period }) => period.kindCode !== last.kindCode))
      return { period: null, reason: "CONTRADICTED" };
    if (sure.length === 0) return { period: last, reason: "STATED_IN_PERIOD" };
    const saidOn = last.assertedOn;
    const isAfterAll = last === newest && last.validTo === null && saidOn !== null && day > lastDay(saidOn);
    return { period: last, reason: isAfterAll ? "LAST_STATED" : "STATED" };
  }
  const begins = kindHistory.flatMap(firstMention).sort();
  if (begins.length === 0) return { period: null, reason: "UNDATED" };
  if (day < begins[0]!) return { period: null, reason: "BEFORE_FIRST_STATEMENT" };
  const disputed = kindHistory.filter((period) => isDisputed(period, kindHistory)).flatMap(firstMention);
  if (disputed.length > 1 && disputed.sort()[0]! <= day && day <= disputed.at(-1)!)
    return { period: null, reason: "CONTRADICTED" };
  const hasEnded = newest.validTo !== null && day > lastDay(newest.validTo);
  return { period: null, reason: hasEnded ? "ENDED" : "BETWEEN_STATEMENTS" };
}

const firstMention = ({ validFrom, assertedOn }: CentreKindPeriod): CalendarDay[] => {
  const day = validFrom ?? assertedOn;
  return day === null ? [] : [firstDay(day)];
};

/** Stated by the same source at the same time as a later kind: it was true before, at unknown dates. */
const isFormer = (period: CentreKindPeriod, later: readonly CentreKindPeriod[]): boolean =>
  later.some((p) => p.sourceCode === period.sourceCode && p.assertedOn === period.assertedOn);

function sureStretch(period: CentreKindPeriod, later: readonly CentreKindPeriod[]): Stretch[] {
  const { validFrom, validTo, assertedOn } = period;
  const former = isFormer(period, later);
  const from =
    validFrom !== null ? lastDay(validFrom) : former || assertedOn === null ? null : lastDay(assertedOn);
  const said = assertedOn === null || former ? null : later.length === 0 ? forever : firstDay(assertedOn);
  const to = validTo !== null ? firstDay(validTo) : said;
  return from !== null && to !== null && from <= to ? [{ period, from, to }] : [];
}

function nearStretch(period: CentreKindPeriod, later: readonly CentreKindPeriod[]): Stretch[] {
  const { validFrom, validTo, assertedOn } = period;
  if (validFrom !== null || validTo !== null || assertedOn === null || isFormer(period, later)) return [];
  return [{ period, from: firstDay(assertedOn), to: lastDay(assertedOn) }];
}
