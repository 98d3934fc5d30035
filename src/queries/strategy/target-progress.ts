import type { Observation } from "../../domain/indicators/observation";
import type { IndicatorTarget } from "../../domain/strategy/indicator-target";
import { type TargetProgress, targetProgress } from "../../domain/strategy/target-progress";
import type { QueryContext } from "../kit/query-context";

/** The newest value of the indicator of a target in its area; `null` if there is none, or no area. */
export const lastObservationOf = (
  { areaCode, indicatorCode }: IndicatorTarget,
  { records }: QueryContext,
): Observation | null => (areaCode === null ? null : records.newestObservation({ areaCode, indicatorCode }));

/** The progress of that value from the baseline. */
export const progressOf = (target: IndicatorTarget, context: QueryContext): TargetProgress =>
  targetProgress(target, lastObservationOf(target, context));
