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

const EngagementKindEnum = enumType<EngagementKind>("EngagementKind", "Form of participation.", {
  ASSEMBLY: "Assembly.",
  CO_DESIGN: "Co-design session (co-progettazione).",
  ONLINE_PROCESS: "Online process.",
  SURVEY: "Survey.",
  WALK: "Neighbourhood walk.",
  WORKSHOP: "Workshop.",
});

@Output("AgeClassCount", "Number of participants in one age class.")
export class AgeClassCountType implements AgeClassCount {
  @NonNull(() => String, "Age class in years, for example 65-79 or 80+.")
  ageClass!: string;

  @Nullable(() => Int, "Number of participants, at least 5; null if suppressed.")
  count!: number | null;

  @NonNull(() => Boolean, "True if the count is suppressed to protect the people counted.")
  suppressed!: boolean;
}

@Output("Participants", "Participants as counts of at least 5; smaller counts are suppressed.")
export class ParticipantsType implements Participants {
  @Nullable(() => Int, "Total number of participants; null if unknown or suppressed.")
  total!: number | null;

  @NonNull(() => [AgeClassCountType], "Participants by age class; empty if the source states none.")
  byAgeClass!: AgeClassCountType[];
}

@Output("EngagementEvent", "Event of participation of residents and stakeholders in a strategy.", NodeType)
export class EngagementEventType
  extends NodeType
  implements Omit<EngagementEvent, "strategyCode" | "areaCode" | "centreCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name.")
  name!: LocalizedTextType;

  @NonNull(() => EngagementKindEnum, "Form of participation.")
  kind!: EngagementKind;

  @NonNull(() => PartialDateScalar, "Date of the event.")
  date!: string;

  @Nullable(() => ParticipantsType, "Participants; null if unknown.")
  participants!: ParticipantsType | null;
}

export const EngagementEventConnectionType = connectionType(
  "EngagementEvent",
  () => EngagementEventType,
  "events",
);
