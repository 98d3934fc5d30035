import { Int } from "type-graphql";
import type { Milestone, MilestoneState, MilestoneTiming } from "../../domain/strategy/milestone";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

const MilestoneStateEnum = enumType<MilestoneState>("MilestoneState", "How a milestone stands on a day.", {
  DONE: "Reached, early or late: see the delay.",
  LATE: "Not reached though its planned date is over, or forecast for later than planned.",
  ON_TIME: "Not reached, and nothing says that it will be late.",
  UNKNOWN: "No source gives a planned date.",
});

@Output("MilestoneTiming", "State and delay of a milestone, computed for a day (docs/methods.md).")
export class MilestoneTimingType implements MilestoneTiming {
  @NonNull(() => PartialDateScalar, "The day for which it was computed.")
  asOf!: string;

  @NonNull(() => MilestoneStateEnum, "How it stands on that day.")
  state!: MilestoneState;

  @Nullable(
    () => Int,
    "The least delay in days that the dates allow, at their precision; below 0 when early; null without a planned date.",
  )
  delayDays!: number | null;
}

@Output("Milestone", "A point that a strategy or one of its actions wants to reach.", NodeType)
export class MilestoneType
  extends NodeType
  implements Omit<Milestone, "strategyCode" | "actionCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => LocalizedTextType, "What is to be reached.")
  name!: LocalizedTextType;

  @Nullable(() => PartialDateScalar, "When it was planned; null if unknown.")
  plannedDate!: string | null;

  @Nullable(() => PartialDateScalar, "When it is expected now; null if unknown.")
  forecastDate!: string | null;

  @Nullable(() => PartialDateScalar, "When it was reached; null if it was not.")
  actualDate!: string | null;

  @Nullable(() => LocalizedTextType, "What shows that it was reached.")
  evidence!: LocalizedTextType | null;
}

export const MilestoneConnectionType = connectionType("Milestone", () => MilestoneType, "milestones");
