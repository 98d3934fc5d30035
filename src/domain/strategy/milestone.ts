import { checkCode, checking, checkSources } from "../kit/check";
import { checkPartialDate, firstDay, lastDay, type PartialDate } from "../kit/dates";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";
import { daysBetween } from "../schedule/calendar-day";

/** A point that a strategy or one of its actions wants to reach. */
export interface Milestone {
  readonly code: string;
  readonly strategyCode: string;
  /** `null` for a milestone of the strategy as a whole. */
  readonly actionCode: string | null;
  readonly name: LocalizedText;
  /** `null` where no source gives one. */
  readonly plannedDate: PartialDate | null;
  readonly forecastDate: PartialDate | null;
  readonly actualDate: PartialDate | null;
  /** What shows that it was reached. */
  readonly evidence: LocalizedText | null;
  readonly sourceCodes: readonly string[];
}

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

export function createMilestone(fields: Milestone): Milestone {
  const record = checking("Milestone", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkCode(record, "strategyCode", fields.strategyCode);
  if (fields.actionCode !== null) checkCode(record, "actionCode", fields.actionCode);
  checkLocalizedText(record, "name", fields.name);
  for (const field of ["plannedDate", "forecastDate", "actualDate"] as const)
    checkPartialDate(record, field, fields[field]);
  if (fields.evidence !== null) checkLocalizedText(record, "evidence", fields.evidence);
  record.check(
    fields.evidence === null || fields.actualDate !== null,
    "evidence",
    fields.evidence,
    "what is not reached has no evidence: give the actual date",
  );
  checkSources(record, fields.sourceCodes);
  return record.passed();
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
