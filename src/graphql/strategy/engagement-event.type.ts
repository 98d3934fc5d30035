import { Int } from "type-graphql";
import type {
  AgeClassCount,
  EngagementEvent,
  EngagementKind,
  Participants,
} from "../../domain/strategy/engagement-event";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";

const EngagementKindEnum = enumType<EngagementKind>("EngagementKind", "Form of participation.", {
  ASSEMBLY: "Assembly.",
  CO_DESIGN: "Co-design session (co-progettazione).",
  ONLINE_PROCESS: "Online process.",
  SURVEY: "Survey.",
  WALK: "Neighbourhood walk.",
  WORKSHOP: "Workshop.",
});

const AgeClassCountType = output<AgeClassCount>("AgeClassCount", "Number of participants in one age class.", {
  ageClass: nonNull(() => String, "Age class in years, for example 65-79 or 80+."),
  count: nullable(() => Int, "Number of participants, at least 5; null if suppressed."),
  suppressed: nonNull(() => Boolean, "True if the count is suppressed to protect the people counted."),
});

const ParticipantsType = output<Participants>(
  "Participants",
  "Participants as counts of at least 5; smaller counts are suppressed.",
  {
    total: nullable(() => Int, "Total number of participants; null if unknown or suppressed."),
    byAgeClass: nonNull(
      () => [AgeClassCountType],
      "Participants by age class; empty if the source states none.",
    ),
  },
);

export const EngagementEventType = node<
  EngagementEvent,
  "strategyCode" | "areaCode" | "centreCode" | "sourceCodes"
>("EngagementEvent", "Event of participation of residents and stakeholders in a strategy.", {
  code: nonNull(() => String, "Stable key."),
  name: nonNull(() => LocalizedTextType, "Name."),
  kind: nonNull(() => EngagementKindEnum, "Form of participation."),
  date: nonNull(() => PartialDateScalar, "Date of the event."),
  participants: nullable(() => ParticipantsType, "Participants; null if unknown."),
});

export const EngagementEventConnectionType = connectionType(
  "EngagementEvent",
  () => EngagementEventType,
  "events",
);
