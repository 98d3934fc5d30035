/** Terms of the EU frequency list (dct:accrualPeriodicity). */
export const updateFrequencies = [
  "ANNUAL",
  "DAILY",
  "IRREGULAR",
  "MONTHLY",
  "QUARTERLY",
  "UNKNOWN",
  "WEEKLY",
] as const;
export type UpdateFrequency = (typeof updateFrequencies)[number];
