import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { OpeningReason, OpeningState } from "../../domain/schedule/opening-answer";
import type { PlaceInterval, PlaceNextOpening, PlaceOpening } from "../../queries/places/opening";
import { LocalizedTextType } from "../kit/localized-text.type";
import { OpeningReasonEnum, OpeningStateEnum } from "./opening.enum";
import { ScheduleType } from "./schedule.type";

const noteDescription = "What to know before trusting the answer; null where nothing is doubtful.";

@ObjectType("OpeningAnswer", {
  description: "Whether a place is open at a moment, why, and by which row.",
  simpleResolvers: true,
})
export class OpeningAnswerType implements PlaceOpening {
  @Field(() => GraphQLDateTime, { description: "The moment that was asked." })
  time!: string;

  @Field(() => OpeningStateEnum, { description: "Open, closed, or not known." })
  state!: OpeningState;

  @Field(() => OpeningReasonEnum, { description: "Why." })
  reason!: OpeningReason;

  @Field(() => ScheduleType, { nullable: true, description: "The row that says so; null where none does." })
  rule!: ScheduleType | null;

  @Field(() => LocalizedTextType, { nullable: true, description: noteDescription })
  note!: LocalizedTextType | null;
}

@ObjectType("OpeningInterval", {
  description:
    "A stretch of time in which a place is open, or in which that is not known; in between it is closed.",
  simpleResolvers: true,
})
export class OpeningIntervalType implements Omit<PlaceInterval, "state"> {
  @Field(() => GraphQLDateTime, { description: "When it begins; the asked from where it began before." })
  opens!: string;

  @Field(() => GraphQLDateTime, {
    description: "When it ends, not included; the asked to where it ends after.",
  })
  closes!: string;

  @Field(() => OpeningStateEnum, { description: "Open or not known." })
  state!: OpeningState;

  @Field(() => OpeningReasonEnum, { description: "Why." })
  reason!: OpeningReason;

  @Field(() => ScheduleType, { nullable: true, description: "The row that says so; null where none does." })
  rule!: ScheduleType | null;

  @Field(() => LocalizedTextType, { nullable: true, description: noteDescription })
  note!: LocalizedTextType | null;
}

@ObjectType("NextOpening", {
  description: "When a place surely opens next, or why that cannot be told.",
  simpleResolvers: true,
})
export class NextOpeningType implements PlaceNextOpening {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "The first moment at which it is surely open; null where none is found in 400 days.",
  })
  opens!: string | null;

  @Field(() => Boolean, {
    description:
      "True where there is a time before it, or at all, of which it is not known whether it is open.",
  })
  mayOpenEarlier!: boolean;

  @Field(() => OpeningReasonEnum, {
    nullable: true,
    description: "Why no opening is found; null where one is.",
  })
  reason!: OpeningReason | null;

  @Field(() => ScheduleType, { nullable: true, description: "The row that says so; null where none does." })
  rule!: ScheduleType | null;

  @Field(() => LocalizedTextType, { nullable: true, description: noteDescription })
  note!: LocalizedTextType | null;
}
