import type { UpdateFrequency } from "../../domain/kit/update-frequency";

/** Minute and hour, UTC, at which the hub in the cloud looks at all its sources. Plain data, because the infrastructure reads it too. */
export const everyNight = { minute: "10", hour: "1" } as const;

/**
 * Days from one reading of an address to the next, by the publisher's frequency. A reading that failed is repeated the next night,
 * whatever the frequency. Without a known frequency once a week: a request is cheap if nothing is new.
 */
export const readAgainAfterDays: Readonly<Record<UpdateFrequency, number>> = {
  DAILY: 1,
  WEEKLY: 1,
  MONTHLY: 7,
  QUARTERLY: 7,
  IRREGULAR: 7,
  UNKNOWN: 7,
  ANNUAL: 30,
};
