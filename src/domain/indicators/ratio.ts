import type { LocalizedText } from "../kit/localized-text";
import type { AggregatedValue } from "./area-total";
import { noValue, type ObservationStatus } from "./observation";

/** People. Below this number one more or less of the counted things changes a ratio per 1,000 by 20 or more. */
const stableDenominator = 50;

export interface Ratio {
  /** factor x count / people; `null` when the people are unknown. */
  readonly value: number | null;
  readonly status: ObservationStatus;
  /** Why there is no value, or a caveat. */
  readonly reason: LocalizedText | null;
  readonly isUnstable: boolean;
}

/** @param people `null` when the area of the people is unknown. */
export function ratioOf(
  count: number,
  people: Pick<AggregatedValue, "value" | "status" | "note"> | null,
  factor: number,
): Ratio {
  if (people === null) return none(unknownArea);
  if (people.value === null) return none(people.note ?? noValue, people.status);
  if (people.value <= 0) return none(emptyGroup);
  return {
    value: (factor * count) / people.value,
    status: people.status,
    reason: people.note,
    isUnstable: people.value < stableDenominator,
  };
}

const none = (reason: LocalizedText, status: ObservationStatus = "MISSING"): Ratio => ({
  value: null,
  status,
  reason,
  isUnstable: false,
});

const unknownArea: LocalizedText = { it: "L'area non è nota.", en: "The area is not known." };
const emptyGroup: LocalizedText = {
  it: "Il gruppo è vuoto.",
  en: "The group is empty.",
};
