import { Field, Int, ObjectType } from "type-graphql";
import type {
  AgeClassCount,
  EngagementEvent,
  EngagementKind,
  Participants,
} from "../../domain/strategy/engagement-event";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

const EngagementKindEnum = enumType<EngagementKind>("EngagementKind", "How people take part.", {
  ASSEMBLY: "An assembly.",
  CO_DESIGN: "A session of co-design (co-progettazione).",
  ONLINE_PROCESS: "A process online.",
  SURVEY: "A survey.",
  WALK: "A walk through the neighbourhood.",
  WORKSHOP: "A workshop.",
});

@ObjectType("AgeClassCount", { description: "How many of one age class took part.", simpleResolvers: true })
export class AgeClassCountType implements AgeClassCount {
  @Field(() => String, { description: "The class in years, for example 65-79 or 80+." })
  ageClass!: string;

  @Field(() => Int, { nullable: true, description: "The count, at least 5; null when it is held back." })
  count!: number | null;

  @Field(() => Boolean, { description: "True when the count is held back to protect the people counted." })
  suppressed!: boolean;
}

@ObjectType("Participants", {
  description: "Who took part, as counts of at least 5; smaller ones are held back.",
  simpleResolvers: true,
})
export class ParticipantsType implements Participants {
  @Field(() => Int, { nullable: true, description: "All together; null if unknown or held back." })
  total!: number | null;

  @Field(() => [AgeClassCountType], { description: "By age class; empty where the source gives none." })
  byAgeClass!: AgeClassCountType[];
}

@ObjectType("EngagementEvent", {
  description: "An occasion at which residents and stakeholders take part in a strategy.",
  implements: NodeType,
  simpleResolvers: true,
})
export class EngagementEventType
  extends NodeType
  implements Omit<EngagementEvent, "strategyCode" | "areaCode" | "centreCode" | "sourceCodes">
{
  @Field(() => String, { description: "Stable key." })
  code!: string;

  @Field(() => LocalizedTextType, { description: "Name." })
  name!: LocalizedTextType;

  @Field(() => EngagementKindEnum, { description: "How people take part." })
  kind!: EngagementKind;

  @Field(() => PartialDateScalar, { description: "When it takes place." })
  date!: string;

  @Field(() => ParticipantsType, { nullable: true, description: "Who took part; null if unknown." })
  participants!: ParticipantsType | null;
}

export const EngagementEventConnectionType = connectionType(
  "EngagementEvent",
  () => EngagementEventType,
  "events",
);
