import type { Area } from "../places/area";
import { type Change, changeBetween } from "../statistics/change";
import { meanOf } from "../statistics/quantiles";
import { areaTotal } from "./area-total";
import type { IndicatorDefinition } from "./indicator";
import type { IndicatorPanel } from "./indicator-panel";
import type { Coverage, Observation } from "./observation";
import { breakBetween } from "./series-break";

/** How much each area counts in a mean. */
export type Weighting = "EQUAL" | "INDICATOR";

/** The mean of several areas in one period. */
export interface AreaMean {
  /** `null` without any value. */
  readonly value: number | null;
  /** As applied: `EQUAL` for an indicator without a rule for means. */
  readonly weighting: Weighting;
  /** `null` for a whole level. */
  readonly areas: readonly Area[] | null;
  /** All of the areas, and those in the mean. */
  readonly coverage: Coverage;
  /** Over the areas in the mean of both periods, without a break between: new or missing ones must not look like a change. */
  readonly change: Change | null;
}

/**
 * The mean over the ranked ones of some areas (docs/methods.md, Means). By the rule of the indicator it is the sum of the
 * numerators over the sum of the denominators, so that it is the value of the areas as one.
 * @param since the period before, for the change.
 */
export function areaMean(
  areas: readonly Area[],
  panel: IndicatorPanel,
  indicator: IndicatorDefinition,
  asked: Weighting,
  period: string,
  since: string | null,
): AreaMean {
  const isPooled =
    asked === "INDICATOR" && indicator.aggregation === "WEIGHTED_MEAN" && indicator.factor !== null;
  const usable = (at: string): (Observation | null)[] =>
    areas.map(({ code }) => {
      const { rank = null, observation = null } = panel.cell(code, at) ?? {};
      return rank === null || (isPooled && observation!.denominator === null) ? null : observation;
    });
  const mean = (observations: readonly Observation[]): number | null =>
    isPooled ? pooled(indicator, observations) : meanOf(observations.map(({ value }) => value!));
  const now = usable(period);
  const before =
    since === null
      ? []
      : usable(since).map((each, i) =>
          breakBetween(panel.series(areas[i]!.code), since, period) === null ? each : null,
        );
  const kept = (list: readonly (Observation | null)[], beside: readonly (Observation | null)[]) =>
    mean(list.filter((each, i): each is Observation => each !== null && !!beside[i]));
  return {
    value: kept(now, now),
    weighting: isPooled ? "INDICATOR" : "EQUAL",
    areas,
    coverage: { expected: areas.length, present: now.filter((each) => each !== null).length },
    change: since === null ? null : changeBetween(since, kept(before, now), period, kept(now, before)),
  };
}

function pooled(indicator: IndicatorDefinition, observations: readonly Observation[]): number | null {
  const parts = observations.map(({ areaCode }) => ({ areaCode, share: 1 }));
  return areaTotal(indicator, parts, new Map(observations.map((each) => [each.areaCode, each]))).value;
}
