import { firstDay, lastDay, type PartialDate } from "../kit/dates";
import { code, optional, partialDate, sources } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { daysBetween } from "../schedule/calendar-day";

export const milestoneRecord = defineRecord(
  "Milestone",
  {
    code: ownCode(),
    strategyCode: code("strategies"),
    /** `null` for a milestone of the strategy as a whole. */
    actionCode: optional(code("actions")),
    name: localizedText(),
    /** `null` where no source gives one. */
    plannedDate: optional(partialDate()),
    forecastDate: optional(partialDate()),
    actualDate: optional(partialDate()),
    /** What shows that it was reached. */
    evidence: optional(localizedText()),
    sourceCodes: sources(),
  },
  ({ evidence, actualDate }, check) =>
    check(evidence === null || actualDate !== null, "evidence", (text) => text.evidence),
);

/** A point that a strategy or one of its actions wants to reach. */
export interface Milestone extends RecordOf<typeof milestoneRecord> {}

export const createMilestone = milestoneRecord.create;

const milestoneStates = ["DONE", "LATE", "ON_TIME", "UNKNOWN"] as const;
export type MilestoneState = (typeof milestoneStates)[number];

/** How a milestone stands on a day. */
export interface MilestoneTiming {
  /** The day, YYYY-MM-DD. */
  readonly asOf: string;
  readonly state: MilestoneState;
  /** The least delay in days that the dates allow; below 0 when early; `null` without a planned date. */
  readonly delayDays: number | null;
}

/**
 * State and delay of a milestone on a day (docs/methods.md):
 * DONE from the first day that its actual date can mean, with the delay of that date. Else UNKNOWN without a planned
 * date; else LATE by the larger of forecast - planned and day - planned, if that is above 0; else ON_TIME.
 * @param asOf a whole day, YYYY-MM-DD.
 * @example planned 2024-10: on 2024-10-31 ON_TIME, on 2024-11-01 LATE by 1 day.
 */
export function milestoneTiming(
  { plannedDate, forecastDate, actualDate }: Milestone,
  asOf: string,
): MilestoneTiming {
  const delayOf = (date: PartialDate): number | null =>
    plannedDate === null ? null : delayDays(plannedDate, date);
  if (actualDate !== null && firstDay(actualDate) <= asOf)
    return { asOf, state: "DONE", delayDays: delayOf(actualDate) };
  const today = delayOf(asOf);
  if (today === null) return { asOf, state: "UNKNOWN", delayDays: null };
  const forecast = forecastDate === null ? 0 : delayOf(forecastDate)!;
  // That the planned day is still to come is not being early.
  const delay = today > 0 ? Math.max(today, forecast) : forecast;
  return { asOf, state: delay > 0 ? "LATE" : "ON_TIME", delayDays: delay };
}

/** The smallest number of days from `planned` to `date` that both can mean; 0 where they can be the same day. */
export function delayDays(planned: PartialDate, date: PartialDate): number {
  if (firstDay(date) > lastDay(planned)) return daysBetween(lastDay(planned), firstDay(date));
  if (lastDay(date) < firstDay(planned)) return -daysBetween(lastDay(date), firstDay(planned));
  return 0;
}
