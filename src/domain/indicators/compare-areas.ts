import type { Area } from "../places/area";
import type { IndicatorDefinition } from "./indicator";
import { noValue, type Observation } from "./observation";

/** A value of an area with that of its city. */
export type ComparedCell = ReturnType<typeof comparedCell>;

export function comparedCell(
  area: Area,
  indicator: IndicatorDefinition,
  observation: Observation | null,
  cityObservation: Observation | null,
) {
  const { value, status, note } = observation ?? { value: null, status: "MISSING" as const, note: noValue };
  const city = cityObservation?.value ?? null;
  const isCount = indicator.aggregation === "SUM";
  const both = value !== null && city !== null;
  return {
    area,
    indicator,
    value,
    status,
    reason: note,
    observation,
    cityObservation,
    /** In the unit of the indicator; `null` for a count, which only has a share. */
    differenceToCity: both && !isCount ? value - city : null,
    /** 0 to 1; counts only. */
    shareOfCity: both && isCount && city !== 0 ? value / city : null,
  };
}
