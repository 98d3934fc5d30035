import type { Area } from "../places/area";
import type { IndicatorDefinition } from "./indicator";
import { noValue, type Observation } from "./observation";

/** A value of an area beside that of its city. */
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
    /** In the unit of the indicator; `null` for a count, which is compared as a share only. */
    differenceToCity: both && !isCount ? value - city : null,
    /** Of a count, 0 to 1. */
    shareOfCity: both && isCount && city !== 0 ? value / city : null,
  };
}
