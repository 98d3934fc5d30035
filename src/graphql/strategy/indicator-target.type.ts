import { Float, Int } from "type-graphql";
import type { Baseline, IndicatorTarget } from "../../domain/strategy/indicator-target";
import type { TargetProgress } from "../../domain/strategy/target-progress";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";

@Output("Baseline", "Value of an indicator before the strategy started.")
export class BaselineType implements Baseline {
  @NonNull(() => Float, "Value in the unit of the indicator.")
  value!: number;

  @NonNull(() => Int, "Year of the value.")
  year!: number;
}

@Output("TargetProgress", "Progress of the last observation from the baseline.")
export class TargetProgressType implements TargetProgress {
  @Nullable(
    () => Float,
    "Progress: (last - baseline) / (milestone - baseline). 1 is reached, above 1 is exceeded, below 0 is the wrong direction. Null with a reason.",
  )
  towardsMilestone!: number | null;

  @Nullable(() => Float, "Progress towards target2029, computed like towardsMilestone. Null with a reason.")
  towardsTarget!: number | null;

  @Nullable(() => LocalizedTextType, "Reason for null values.")
  reason!: LocalizedTextType | null;
}

@Output("IndicatorTarget", "Target of a strategy for one indicator (Reg. (EU) 2021/1060, art. 16).", NodeType)
export class IndicatorTargetType
  extends NodeType
  implements
    Omit<IndicatorTarget, "indicatorCode" | "strategyCode" | "actionCode" | "areaCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @Nullable(() => BaselineType, "Baseline; null if unknown.")
  baseline!: BaselineType | null;

  @Nullable(() => Float, "Milestone for 2024, in the unit of the indicator; null if unknown.")
  milestone2024!: number | null;

  @Nullable(() => Float, "Target for 2029, in the unit of the indicator; null if unknown.")
  target2029!: number | null;

  @Nullable(
    () => LocalizedTextType,
    "Population that the values count. Targets are not comparable without it. Null if unknown.",
  )
  populationDefinition!: LocalizedTextType | null;
}

export const IndicatorTargetConnectionType = connectionType(
  "IndicatorTarget",
  () => IndicatorTargetType,
  "targets",
);
