import type { LocalizedText } from "../kit/localized-text";
import type { Area } from "../places/area";
import type { IndicatorDefinition } from "./indicator";
import type { Coverage, Observation, ObservationStatus } from "./observation";

/** One number of one area, beside that of its city. */
export interface ComparedCell {
  readonly area: Area;
  readonly indicator: IndicatorDefinition;
  readonly value: number | null;
  readonly status: ObservationStatus;
  /** Why there is no value, or what to know about it. */
  readonly reason: LocalizedText | null;
  /** `null` where the hub holds none. */
  readonly observation: Observation | null;
  readonly cityObservation: Observation | null;
  /** value - city, in the unit of the indicator; `null` for a count, which only a share can be told of. */
  readonly differenceToCity: number | null;
  /** value / city of a count, 0 to 1. */
  readonly shareOfCity: number | null;
}

const noValue: LocalizedText = {
  it: "L'hub non ha un valore per questo periodo.",
  en: "The hub has no value for this period.",
};

export function comparedCell(
  area: Area,
  indicator: IndicatorDefinition,
  observation: Observation | null,
  cityObservation: Observation | null,
): ComparedCell {
  const value = observation?.value ?? null;
  const city = cityObservation?.value ?? null;
  const isCount = indicator.aggregation === "SUM";
  const both = value !== null && city !== null;
  return {
    area,
    indicator,
    value,
    status: observation?.status ?? "MISSING",
    reason: observation === null ? noValue : observation.note,
    observation,
    cityObservation,
    differenceToCity: both && !isCount ? value - city : null,
    shareOfCity: both && isCount && city !== 0 ? value / city : null,
  };
}

export const coverageOf = (cells: readonly ComparedCell[]): Coverage => ({
  expected: cells.length,
  present: cells.filter(({ value }) => value !== null).length,
});
