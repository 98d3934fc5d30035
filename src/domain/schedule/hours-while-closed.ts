import { addDays, type CalendarDay, isWithinPeriod, type Weekday, weekdayOf, weekdays } from "./calendar-day";
import type { OpeningRules } from "./opening-answer";
import { isDoubt, type Schedule } from "./schedule";

/** Usual hours of one period that never apply, because a stated closure covers each of their days. */
export interface HoursWhileClosed {
  /** Rows with the same validity. */
  readonly rules: readonly Schedule[];
  /** Days of the week of these rows that are always closed; others may be open. */
  readonly byday: readonly Weekday[];
  /** The closure of the first of them. */
  readonly closure: Schedule;
}

/**
 * Contradictions between the usual hours and the closures of one place. Only parsed text counts: a row without an end,
 * or unparsed text about closures ("except on the 5th"), may still leave an open day.
 */
export function hoursWhileClosed({ schedules, unparsed }: OpeningRules): HoursWhileClosed[] {
  if (unparsed.some((piece) => piece.about === "CLOSURES" && isDoubt(piece))) return [];
  const understood = schedules.filter(({ parseConfidence }) => parseConfidence !== "UNKNOWN");
  const closures = understood.filter((row) => row.isException === "CLOSED" && row.opensAt === null);
  const never = understood
    .filter(({ isException }) => isException === null)
    .flatMap((rule) =>
      rule.byday.flatMap((day) => {
        const closure = closureOfAll(rule, day, closures);
        return closure === null ? [] : [{ rule, day, closure }];
      }),
    );
  const periodOf = ({ rule }: (typeof never)[number]): string => `${rule.validFrom} ${rule.validTo}`;
  return [...new Set(never.map(periodOf))].map((period) => {
    const of = never.filter((each) => periodOf(each) === period);
    return {
      rules: [...new Set(of.map(({ rule }) => rule))],
      byday: weekdays.filter((weekday) => of.some(({ day }) => day === weekday)),
      closure: of[0]!.closure,
    };
  });
}

/** The closure of the first such day of the row if every one is closed; `null` if one is open or there is none. */
function closureOfAll({ validFrom, validTo }: Schedule, day: Weekday, closures: readonly Schedule[]) {
  if (validFrom === null || validTo === null) return null;
  let first: Schedule | null = null;
  for (let date = firstOn(day, validFrom); date <= validTo; date = addDays(date, 7)) {
    const closure = closures.find((row) => row.byday.includes(day) && isWithinPeriod(row, date));
    if (closure === undefined) return null;
    first ??= closure;
  }
  return first;
}

function firstOn(day: Weekday, from: CalendarDay): CalendarDay {
  let date = from;
  while (weekdayOf(date) !== day) date = addDays(date, 1);
  return date;
}
