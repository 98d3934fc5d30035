import type { OpeningAnswer, OpeningReason, OpeningRules } from "./opening-answer";
import { covers, type OpeningDay } from "./opening-day";
import type { Schedule } from "./schedule";

const answer = (
  state: OpeningAnswer["state"],
  reason: OpeningReason,
  rule: Schedule | null = null,
): OpeningAnswer => ({ state, reason, rule });

/**
 * The answer for a moment of `today`; spans that began `yesterday` may still run. In this order:
 *
 * 1. A special opening is OPEN: an exceptional opening has priority over all.
 * 2. Usual hours without a closure on their day are OPEN; UNKNOWN if text, an uncertain closure, dates of another year
 *    or a public holiday of that day makes them doubtful.
 * 3. A special opening of today that is not parsed: UNKNOWN.
 * 4. A stated closure is CLOSED, unless there is unparsed text about closures ("except on the 5th").
 * 5. Unparsed text, unparsed hours of today, then hours of these days in another year: UNKNOWN.
 * 6. Outside of the usual hours of a date that has some: CLOSED, also on a public holiday.
 * 7. A date without usual hours: UNKNOWN, never CLOSED.
 */
export function judgeOpening(
  rules: OpeningRules,
  moment: number,
  yesterday: OpeningDay,
  today: OpeningDay,
): OpeningAnswer {
  const days = [today, yesterday];
  const special = days.flatMap((day) => day.special).find((span) => covers(span, moment));
  if (special) return answer("OPEN", "SPECIAL_OPENING", special.rule);

  const closure = days.flatMap((day) => day.closures).find((span) => covers(span, moment));
  const usual = closure
    ? []
    : days.flatMap((day) =>
        day.closedAllDay || day.isClosedHoliday
          ? []
          : day.weekly
              .filter((span) => covers(span, moment))
              .map(({ rule }) => ({ rule, day, doubt: doubtOf(day) })),
      );
  const sure = usual.find(({ doubt }) => doubt === null);
  if (sure) {
    return answer(
      "OPEN",
      sure.day.closuresKnown ? "WEEKLY_HOURS" : "WEEKLY_HOURS_CLOSURES_NOT_STATED",
      sure.rule,
    );
  }
  if (usual[0]) return answer("UNKNOWN", usual[0].doubt!.reason, usual[0].doubt!.rule ?? usual[0].rule);

  if (today.unread.special) return answer("UNKNOWN", "HOURS_UNREADABLE", today.unread.special);
  const closed = closure?.rule ?? today.closedAllDay;
  // Hours of a season may replace a weekly closing day in other years too.
  const isReplaced = closed?.validTo === null || closed?.validFrom === null ? today.otherYear.hours : null;
  if (((closed && !isReplaced) || today.isClosedHoliday) && !today.unparsed.closures)
    return answer("CLOSED", "STATED_CLOSURE", closed);
  if (today.unparsed.hours || today.unparsed.closures) return answer("UNKNOWN", "TEXT_UNREADABLE");
  if (today.unread.weekly) return answer("UNKNOWN", "HOURS_UNREADABLE", today.unread.weekly);
  if (today.otherYear.hours) return answer("UNKNOWN", "NO_HOURS_FOR_DATE");
  if (today.hasWeeklyHours) return answer("CLOSED", "OUTSIDE_WEEKLY_HOURS");
  const hasHours = rules.schedules.some((row) => row.isException === null);
  return answer("UNKNOWN", hasHours ? "NO_HOURS_FOR_DATE" : "NO_HOURS");
}

/** The reason to doubt the usual hours of a day, and its row if there is one. */
function doubtOf(day: OpeningDay): { readonly reason: OpeningReason; readonly rule: Schedule | null } | null {
  if (day.unparsed.hours || day.unparsed.closures) return { reason: "TEXT_UNREADABLE", rule: null };
  if (day.unread.closure) return { reason: "CLOSURE_UNREADABLE", rule: day.unread.closure };
  if (day.otherYear.hours) return { reason: "NO_HOURS_FOR_DATE", rule: null };
  if (day.otherYear.closure) return { reason: "CLOSURE_UNREADABLE", rule: day.otherYear.closure };
  return day.isHoliday ? { reason: "HOLIDAY_NOT_STATED", rule: null } : null;
}
