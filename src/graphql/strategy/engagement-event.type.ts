import { Int } from "type-graphql";
import type {
  AgeClassCount,
  EngagementEvent,
  EngagementKind,
  Participants,
} from "../../domain/strategy/engagement-event";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
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

@Output("AgeClassCount", "How many of one age class took part.")
export class AgeClassCountType implements AgeClassCount {
  @NonNull(() => String, "The class in years, for example 65-79 or 80+.")
  ageClass!: string;

  @Nullable(() => Int, "The count, at least 5; null when it is held back.")
  count!: number | null;

  @NonNull(() => Boolean, "True when the count is held back to protect the people counted.")
  suppressed!: boolean;
}

@Output("Participants", "Who took part, as counts of at least 5; smaller ones are held back.")
export class ParticipantsType implements Participants {
  @Nullable(() => Int, "All together; null if unknown or held back.")
  total!: number | null;

  @NonNull(() => [AgeClassCountType], "By age class; empty where the source gives none.")
  byAgeClass!: AgeClassCountType[];
}

@Output(
  "EngagementEvent",
  "An occasion at which residents and stakeholders take part in a strategy.",
  NodeType,
)
export class EngagementEventType
  extends NodeType
  implements Omit<EngagementEvent, "strategyCode" | "areaCode" | "centreCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name.")
  name!: LocalizedTextType;

  @NonNull(() => EngagementKindEnum, "How people take part.")
  kind!: EngagementKind;

  @NonNull(() => PartialDateScalar, "When it takes place.")
  date!: string;

  @Nullable(() => ParticipantsType, "Who took part; null if unknown.")
  participants!: ParticipantsType | null;
}

export const EngagementEventConnectionType = connectionType(
  "EngagementEvent",
  () => EngagementEventType,
  "events",
);
