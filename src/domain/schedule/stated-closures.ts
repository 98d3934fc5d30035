import { isWithinPeriod } from "./calendar-day";
import { localTimeAt } from "./local-time";
import { instantAt, stretchOf } from "./moment";
import type { OpeningOptions, OpeningRules } from "./opening-answer";
import { openingSegments } from "./opening-segments";
import type { Schedule } from "./schedule";

/** The longest stretch of time whose closures are listed, in days of 24 hours: a year. */
const closuresDays = 366;

/** A stretch of time in which a place is closed by exception; UNKNOWN where the words that say so are not certain. */
export interface ClosureInterval {
  readonly state: "CLOSED" | "UNKNOWN";
  /** ISO 8601 in UTC; the asked `from` where it began before that. */
  readonly from: string;
  /** Not included; the asked `to` where it ends after that. */
  readonly to: string;
  readonly rule: Schedule;
}

/**
 * The closures that a source states, from an instant to before another, in order, whatever the usual hours are; special
 * openings are cut out of them, hours of the day before that run over midnight are not. That there is none means nothing where `closuresKnown` is false.
 */
export function statedClosures(
  rules: OpeningRules,
  from: string,
  to: string,
  options: OpeningOptions,
): ClosureInterval[] {
  const [fromMs, toMs] = stretchOf(from, to, closuresDays);
  const { schedules, original } = exceptionsOf(rules);
  const doubts = [
    ...rules.unparsed.filter(({ about, reason }) => about === "CLOSURES" && reason !== "NOT_STATED"),
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

/** The exceptions alone, where closures whose words are uncertain count as if they were certain. */
function exceptionsOf(rules: OpeningRules) {
  const original = new Map<Schedule, Schedule>();
  for (const row of rules.schedules) {
    if (row.isException === "CLOSED") original.set({ ...row, parseConfidence: "REPAIRED" }, row);
    else if (row.isException === "OPEN") original.set(row, row);
  }
  return { schedules: [...original.keys()], original };
}
