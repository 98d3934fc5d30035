import { Float, Int } from "type-graphql";
import type { Baseline, IndicatorTarget } from "../../domain/strategy/indicator-target";
import type { TargetProgress } from "../../domain/strategy/target-progress";
import { connectionType } from "../kit/connection.type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";

const BaselineType = output<Baseline>("Baseline", "Value of an indicator before the strategy started.", {
  value: nonNull(() => Float, "Value in the unit of the indicator."),
  year: nonNull(() => Int, "Year of the value."),
});

export const TargetProgressType = output<TargetProgress>(
  "TargetProgress",
  "Progress of the last observation from the baseline.",
  {
    towardsMilestone: nullable(
      () => Float,
      "Progress: (last - baseline) / (milestone - baseline). 1 is reached, above 1 is exceeded, below 0 is the wrong direction. Null with a reason.",
    ),
    towardsTarget: nullable(
      () => Float,
      "Progress towards target2029, computed like towardsMilestone. Null with a reason.",
    ),
    reason: nullable(() => LocalizedTextType, "Reason for null values."),
  },
);

export const IndicatorTargetType = node<
  IndicatorTarget,
  "indicatorCode" | "strategyCode" | "actionCode" | "areaCode" | "sourceCodes"
>("IndicatorTarget", "Target of a strategy for one indicator (Reg. (EU) 2021/1060, art. 16).", {
  code: nonNull(() => String, "Stable key."),
  baseline: nullable(() => BaselineType, "Baseline; null if unknown."),
  milestone2024: nullable(() => Float, "Milestone for 2024, in the unit of the indicator; null if unknown."),
  target2029: nullable(() => Float, "Target for 2029, in the unit of the indicator; null if unknown."),
  populationDefinition: nullable(
    () => LocalizedTextType,
    "Population that the values count. Targets are not comparable without it. Null if unknown.",
  ),
});

export const IndicatorTargetConnectionType = connectionType(
  "IndicatorTarget",
  () => IndicatorTargetType,
  "targets",
);
