import type { Observation } from "../../domain/indicators/observation";
import type { IndicatorTarget } from "../../domain/strategy/indicator-target";
import { type TargetProgress, targetProgress } from "../../domain/strategy/target-progress";
import type { QueryContext } from "../kit/query-context";

/** The newest value of the indicator of a target in its area; `null` if there is none, or no area. */
export const lastObservationOf = async (
  { areaCode, indicatorCode }: IndicatorTarget,
  { loaders }: QueryContext,
): Promise<Observation | null> =>
  areaCode === null ? null : loaders.newestObservation.load({ areaCode, indicatorCode });

/** The progress of that value from the baseline. */
export const progressOf = async (target: IndicatorTarget, context: QueryContext): Promise<TargetProgress> =>
  targetProgress(target, await lastObservationOf(target, context));
