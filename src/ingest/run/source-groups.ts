/**
 * Groups of sources for scheduled imports in the cloud: minute, hour, day of the month and of the week of a cron
 * expression, UTC. Plain data, because the infrastructure reads it too.
 */
export const sourceGroups = {
  NIGHTLY: { minute: "10", hour: "1" },
  WEEKLY: { minute: "10", hour: "2", weekDay: "SUN" },
  MONTHLY: { minute: "10", hour: "3", day: "3" },
} as const;

export type SourceGroup = keyof typeof sourceGroups;

/**
 * The group of each publication frequency; without a known frequency, frequent requests are cheap if nothing is new.
 */
export const groupOfFrequency = {
  DAILY: "NIGHTLY",
  WEEKLY: "NIGHTLY",
  MONTHLY: "WEEKLY",
  QUARTERLY: "WEEKLY",
  IRREGULAR: "WEEKLY",
  UNKNOWN: "WEEKLY",
  ANNUAL: "MONTHLY",
} as const satisfies Readonly<Record<string, SourceGroup>>;
