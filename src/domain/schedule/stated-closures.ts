import { type CalendarDay, isWithinPeriod } from "./calendar-day";
import { instantAt, localTimeAt, stretchOf } from "./local-time";
import type { OpeningOptions, OpeningRules } from "./opening-answer";
import { openingSegments } from "./opening-segments";
import { inOtherYears } from "./other-years";
import { isDoubt, type Schedule } from "./schedule";

/** The longest interval whose closures are listed, in days of 24 hours: a year. */
const closuresDays = 366;

/** An interval in which a place is closed by exception; UNKNOWN if its text is not certain. */
export interface ClosureInterval {
  readonly state: "CLOSED" | "UNKNOWN";
  /** ISO 8601 in UTC; the requested `from` if it began before that. */
  readonly from: string;
  /** Not included; the requested `to` if it ends after that. */
  readonly to: string;
  readonly rule: Schedule;
}

/**
 * The stated closures, from an instant to before another, in order, independent of the usual hours. Special openings
 * are removed from them; hours of the day before that run over midnight are not. An empty list has no meaning if
 * `closuresKnown` is false.
 */
export function statedClosures(
  rules: OpeningRules,
  from: string,
  to: string,
  options: OpeningOptions,
): ClosureInterval[] {
  const [fromMs, toMs] = stretchOf(from, to, closuresDays);
  const [first, last] = [fromMs, toMs].map((at) => localTimeAt(at, options.timezone).date) as [
    string,
    string,
  ];
  const { schedules, original } = exceptionsOf(rules, first, last);
  const doubts = [
    ...rules.unparsed.filter((piece) => piece.about === "CLOSURES" && isDoubt(piece)),
    ...rules.schedules.filter((row) => row.isException === "OPEN" && row.parseConfidence === "UNKNOWN"),
  ];
  const intervals: ClosureInterval[] = [];
  const onlyExceptions = { schedules, unparsed: [], closuresKnown: true };
  for (const segment of openingSegments(onlyExceptions, fromMs, toMs, options)) {
    if (segment.state !== "CLOSED" || segment.rule === null) continue;
    const rule = original.get(segment.rule)!;
    const day = localTimeAt(segment.startMs, options.timezone).date;
    const isDoubtful = rule.parseConfidence === "UNKNOWN" || doubts.some((d) => isWithinPeriod(d, day));
    const state = isDoubtful ? "UNKNOWN" : "CLOSED";
    const last = intervals.at(-1);
    const [begins, ends] = [instantAt(segment.startMs), instantAt(segment.endMs)];
    if (last?.to === begins && last.state === state && last.rule.rawText === rule.rawText)
      intervals[intervals.length - 1] = { ...last, to: ends };
    else intervals.push({ state, from: begins, to: ends, rule });
  }
  return intervals;
}

/** The exceptions alone; uncertain closures count as certain. Without a year in the source, other years are uncertain. */
function exceptionsOf(rules: OpeningRules, first: CalendarDay, last: CalendarDay) {
  const original = new Map<Schedule, Schedule>();
  for (const row of rules.schedules) {
    if (row.isException === "CLOSED") {
      original.set({ ...row, parseConfidence: "REPAIRED" }, row);
      for (const other of inOtherYears(row, first, last))
        original.set({ ...other, parseConfidence: "REPAIRED" }, { ...other, parseConfidence: "UNKNOWN" });
    } else if (row.isException === "OPEN") original.set(row, row);
  }
  return { schedules: [...original.keys()], original };
}
