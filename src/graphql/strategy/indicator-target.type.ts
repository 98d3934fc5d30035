import { Float, Int } from "type-graphql";
import type { Baseline, IndicatorTarget } from "../../domain/strategy/indicator-target";
import type { TargetProgress } from "../../domain/strategy/target-progress";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";

@Output("Baseline", "Where an indicator stood before anything was done.")
export class BaselineType implements Baseline {
  @NonNull(() => Float, "The value, in the unit of the indicator.")
  value!: number;

  @NonNull(() => Int, "The year that it speaks of.")
  year!: number;
}

@Output("TargetProgress", "How far the last value is on the way from the baseline.")
export class TargetProgressType implements TargetProgress {
  @Nullable(
    () => Float,
    "Computed as (last - baseline) / (milestone - baseline): 1 is reached, above 1 beyond, below 0 the wrong way. Null with a reason.",
  )
  towardsMilestone!: number | null;

  @Nullable(() => Float, "The same towards the target of 2029. Null with a reason.")
  towardsTarget!: number | null;

  @Nullable(() => LocalizedTextType, "Why one of them is null.")
  reason!: LocalizedTextType | null;
}

@Output(
  "IndicatorTarget",
  "What a strategy promises to reach in one indicator (Reg. (EU) 2021/1060, art. 16).",
  NodeType,
)
export class IndicatorTargetType
  extends NodeType
  implements
    Omit<IndicatorTarget, "indicatorCode" | "strategyCode" | "actionCode" | "areaCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @Nullable(() => BaselineType, "The state before; null if unknown.")
  baseline!: BaselineType | null;

  @Nullable(() => Float, "What was to be reached by 2024, in the unit of the indicator; null if unknown.")
  milestone2024!: number | null;

  @Nullable(() => Float, "What is to be reached by 2029, in the unit of the indicator; null if unknown.")
  target2029!: number | null;

  @Nullable(
    () => LocalizedTextType,
    "Whom the numbers count; without it targets cannot be compared. Null if unknown.",
  )
  populationDefinition!: LocalizedTextType | null;
}

export const IndicatorTargetConnectionType = connectionType(
  "IndicatorTarget",
  () => IndicatorTargetType,
  "targets",
);
