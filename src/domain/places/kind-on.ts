import { firstDay, lastDay } from "../kit/dates";
import type { CalendarDay } from "../schedule/calendar-day";
import type { CentreKindPeriod } from "./centre";

/** Why a kind is answered for a day, or none. */
const kindReasons = [
  /** None: statements that hold for the day name different kinds. */
  "CONTRADICTED",
  /** None: the day is before anything that is stated. */
  "BEFORE_FIRST_STATEMENT",
  /** None: something is stated of days before and after, not of this one. */
  "BETWEEN_STATEMENTS",
  /** None: the last kind that is stated had ceased to hold. */
  "ENDED",
  /** The newest statement is older than the day, and nothing newer is known. */
  "LAST_STATED",
  /** None: no source ever said. */
  "NEVER_STATED",
  /** A source says that it was so on that day. */
  "STATED",
  /** A source said so in the year or month of the day, and does not tell the day. */
  "STATED_IN_PERIOD",
] as const;
export type KindReason = (typeof kindReasons)[number];

export interface KindOn {
  /** The statement that the answer rests on; `null` where the kind on that day is not known. */
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
 * The kind that held in the world on a day. A statement speaks of the day on which it was made, and back to `validFrom`
 * and on to `validTo` where it names them; the newest also of all days after it, until somebody says otherwise. An
 * imprecise bound counts by its narrowest reading. A former kind ("ex CAM") without dates speaks of no day at all.
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
    if (found.some(({ period }) => period.kindCode !== last.kindCode))
      return { period: null, reason: "CONTRADICTED" };
    if (sure.length === 0) return { period: last, reason: "STATED_IN_PERIOD" };
    const isAfterAll = last === newest && last.validTo === null && day > lastDay(last.assertedOn);
    return { period: last, reason: isAfterAll ? "LAST_STATED" : "STATED" };
  }
  const begins = kindHistory.map(({ validFrom, assertedOn }) => firstDay(validFrom ?? assertedOn)).sort();
  if (day < begins[0]!) return { period: null, reason: "BEFORE_FIRST_STATEMENT" };
  const hasEnded = newest.validTo !== null && day > lastDay(newest.validTo);
  return { period: null, reason: hasEnded ? "ENDED" : "BETWEEN_STATEMENTS" };
}

/** Named together with a later kind by the same source at the same time: it held before that, nobody says when. */
const isFormer = (period: CentreKindPeriod, later: readonly CentreKindPeriod[]): boolean =>
  later.some((p) => p.sourceCode === period.sourceCode && p.assertedOn === period.assertedOn);

function sureStretch(period: CentreKindPeriod, later: readonly CentreKindPeriod[]): Stretch[] {
  const { validFrom, validTo, assertedOn } = period;
  const former = isFormer(period, later);
  const from = validFrom !== null ? lastDay(validFrom) : former ? null : lastDay(assertedOn);
  const said = later.length === 0 ? forever : former ? null : firstDay(assertedOn);
  const to = validTo !== null ? firstDay(validTo) : said;
  return from !== null && to !== null && from <= to ? [{ period, from, to }] : [];
}

function nearStretch(period: CentreKindPeriod, later: readonly CentreKindPeriod[]): Stretch[] {
  const { validFrom, validTo, assertedOn } = period;
  if (validFrom !== null || validTo !== null || isFormer(period, later)) return [];
  return [{ period, from: firstDay(assertedOn), to: lastDay(assertedOn) }];
}
