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
    /** `null` for a milestone of the whole strategy. */
    actionCode: optional(code("actions")),
    name: localizedText(),
    /** `null` when no source gives one. */
    plannedDate: optional(partialDate()),
    forecastDate: optional(partialDate()),
    actualDate: optional(partialDate()),
    /** Evidence that it was reached. */
    evidence: optional(localizedText()),
    sourceCodes: sources(),
  },
  ({ evidence, actualDate }, check) =>
    check(evidence === null || actualDate !== null, "evidence", (text) => text.evidence),
);

/** An intermediate goal of a strategy or of one action. */
export interface Milestone extends RecordOf<typeof milestoneRecord> {}

export const createMilestone = milestoneRecord.create;

const milestoneStates = ["DONE", "LATE", "ON_TIME", "UNKNOWN"] as const;
export type MilestoneState = (typeof milestoneStates)[number];

export interface MilestoneTiming {
  /** The day, YYYY-MM-DD. */
  readonly on: string;
  readonly state: MilestoneState;
  /** The smallest delay in days that the dates allow; negative when early; `null` without a planned date. */
  readonly delayDays: number | null;
}

/**
 * State and delay of a milestone on a day (docs/methods.md):
 * DONE from the first day that its actual date can mean, with the delay of that date. Else UNKNOWN without a planned
 * date; else LATE by the larger of forecast - planned and day - planned, if that is above 0; else ON_TIME.
 * @param on a whole day, YYYY-MM-DD.
 * @example planned 2024-10: on 2024-10-31 ON_TIME, on 2024-11-01 LATE by 1 day.
 */
export function milestoneTiming(
  { plannedDate, forecastDate, actualDate }: Milestone,
  on: string,
): MilestoneTiming {
  const delayOf = (date: PartialDate): number | null =>
    plannedDate === null ? null : delayDays(plannedDate, date);
  if (actualDate !== null && firstDay(actualDate) <= on)
    return { on, state: "DONE", delayDays: delayOf(actualDate) };
  const today = delayOf(on);
  if (today === null) return { on, state: "UNKNOWN", delayDays: null };
  const forecast = forecastDate === null ? 0 : delayOf(forecastDate)!;
  // A planned day in the future does not make the milestone early.
  const delay = today > 0 ? Math.max(today, forecast) : forecast;
  return { on, state: delay > 0 ? "LATE" : "ON_TIME", delayDays: delay };
}

/** The smallest number of days from `planned` to `date` that both can mean; 0 where they can be the same day. */
export function delayDays(planned: PartialDate, date: PartialDate): number {
  if (firstDay(date) > lastDay(planned)) return daysBetween(lastDay(planned), firstDay(date));
  if (lastDay(date) < firstDay(planned)) return -daysBetween(lastDay(date), firstDay(planned));
  return 0;
}
