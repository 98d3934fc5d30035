import { Field, Int, ObjectType } from "type-graphql";
import type { Milestone, MilestoneState, MilestoneTiming } from "../../domain/strategy/milestone";
import { connectionType } from "../kit/connection.type";
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

@ObjectType("MilestoneTiming", {
  description: "State and delay of a milestone, computed for a day (docs/methods.md).",
  simpleResolvers: true,
})
export class MilestoneTimingType implements MilestoneTiming {
  @Field(() => PartialDateScalar, { description: "The day for which it was computed." })
  asOf!: string;

  @Field(() => MilestoneStateEnum, { description: "How it stands on that day." })
  state!: MilestoneState;

  @Field(() => Int, {
    nullable: true,
    description:
      "The least delay in days that the dates allow, at their precision; below 0 when early; null without a planned date.",
  })
  delayDays!: number | null;
}

@ObjectType("Milestone", {
  description: "A point that a strategy or one of its actions wants to reach.",
  implements: NodeType,
  simpleResolvers: true,
})
export class MilestoneType
  extends NodeType
  implements Omit<Milestone, "strategyCode" | "actionCode" | "sourceCodes">
{
  @Field(() => String, { description: "Stable key." })
  code!: string;

  @Field(() => LocalizedTextType, { description: "What is to be reached." })
  name!: LocalizedTextType;

  @Field(() => PartialDateScalar, { nullable: true, description: "When it was planned; null if unknown." })
  plannedDate!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it is expected now; null if unknown.",
  })
  forecastDate!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: "When it was reached; null if it was not." })
  actualDate!: string | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "What shows that it was reached." })
  evidence!: LocalizedTextType | null;
}

export const MilestoneConnectionType = connectionType("Milestone", () => MilestoneType, "milestones");
