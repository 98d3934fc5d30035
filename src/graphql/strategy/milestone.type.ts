import { Int } from "type-graphql";
import type { Milestone, MilestoneState, MilestoneTiming } from "../../domain/strategy/milestone";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

const MilestoneStateEnum = enumType<MilestoneState>("MilestoneState", "State of a milestone on a date.", {
  DONE: "Achieved, early or late; see the delay.",
  LATE: "Not achieved although the planned date has passed, or forecast later than planned.",
  ON_TIME: "Not achieved, and nothing indicates a delay.",
  UNKNOWN: "No source states a planned date.",
});

@Output("MilestoneTiming", "State and delay of a milestone, computed for a date (docs/methods.md).")
export class MilestoneTimingType implements MilestoneTiming {
  @NonNull(() => PartialDateScalar, "Date of the computation.")
  asOf!: string;

  @NonNull(() => MilestoneStateEnum, "State on that date.")
  state!: MilestoneState;

  @Nullable(
    () => Int,
    "Smallest delay in days that the dates allow at their precision. Negative if early; null without a planned date.",
  )
  delayDays!: number | null;
}

@Output("Milestone", "Milestone of a strategy or of one of its actions.", NodeType)
export class MilestoneType
  extends NodeType
  implements Omit<Milestone, "strategyCode" | "actionCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name of the milestone.")
  name!: LocalizedTextType;

  @Nullable(() => PartialDateScalar, "Planned date; null if unknown.")
  plannedDate!: string | null;

  @Nullable(() => PartialDateScalar, "Current forecast date; null if unknown.")
  forecastDate!: string | null;

  @Nullable(() => PartialDateScalar, "Date of achievement; null if not achieved.")
  actualDate!: string | null;

  @Nullable(() => LocalizedTextType, "Evidence of the achievement.")
  evidence!: LocalizedTextType | null;
}

export const MilestoneConnectionType = connectionType("Milestone", () => MilestoneType, "milestones");
