import { HubError } from "../kit/errors";
import { dayMs } from "./calendar-day";

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an ISO 8601 instant with its offset: `2026-06-01T09:00:00+02:00`. */
export function momentOf(instant: string, where: string): number {
  const moment = pattern.test(instant) ? Date.parse(instant) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new HubError("BAD_USER_INPUT", "instant", { instant }, { where });
}

/**
 * The two ends of an interval, in milliseconds since 1970.
 * @param mostDays of 24 hours.
 * @throws HubError LIMIT_EXCEEDED for a longer one; BAD_USER_INPUT if an end is not an instant.
 */
export function stretchOf(from: string, to: string, mostDays: number): [fromMs: number, toMs: number] {
  const [fromMs, toMs] = [momentOf(from, "from"), momentOf(to, "to")];
  if (toMs - fromMs <= mostDays * dayMs) return [fromMs, toMs];
  throw new HubError("LIMIT_EXCEEDED", "duration", { from, to, most: mostDays }, { where: "to" });
}

/** ISO 8601 in UTC: `2026-06-01T07:00:00.000Z`. */
export const instantAt = (moment: number): string => new Date(moment).toISOString();
