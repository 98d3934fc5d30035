import { HubError } from "../kit/errors";

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an ISO 8601 instant with its offset: `2026-06-01T09:00:00+02:00`. */
export function momentOf(instant: string, where: string): number {
  const moment = pattern.test(instant) ? Date.parse(instant) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new HubError("BAD_USER_INPUT", {
    message: `${JSON.stringify(instant)} is not an instant.`,
    messageIt: `${JSON.stringify(instant)} non è un istante.`,
    hint: "Write date, time and offset as ISO 8601 does, for example 2026-06-01T09:00:00+02:00.",
    where,
  });
}

/** ISO 8601 in UTC: `2026-06-01T07:00:00.000Z`. */
export const instantAt = (moment: number): string => new Date(moment).toISOString();
