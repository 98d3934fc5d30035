import { Field, ObjectType } from "type-graphql";
import type { Weekday } from "../../domain/schedule/calendar-day";
import type { ParseConfidence, Schedule, ScheduleException } from "../../domain/schedule/schedule";
import type { ScheduleTopic, UnparsedReason, UnparsedText } from "../../domain/schedule/unparsed-text";
import { PartialDateScalar } from "../kit/scalars";
import {
  ParseConfidenceEnum,
  ScheduleExceptionEnum,
  ScheduleTopicEnum,
  UnparsedReasonEnum,
  WeekdayEnum,
} from "./opening.enum";

@ObjectType("Schedule", {
  description: "One row of opening hours or closures (HSDS schedule); two spans of a day are two rows.",
  simpleResolvers: true,
})
export class ScheduleType implements Schedule {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "First day on which it holds; null where no source says.",
  })
  validFrom!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Last day on which it holds, included; null where no source says.",
  })
  validTo!: string | null;

  @Field(() => String, { description: "How it repeats: WEEKLY." })
  freq!: "WEEKLY";

  @Field(() => [WeekdayEnum], {
    description: "Days of the week; a span over midnight belongs to the day on which it begins.",
  })
  byday!: Weekday[];

  @Field(() => String, {
    nullable: true,
    description: "Wall time HH:MM; null where it is not known, and in a closure of whole days.",
  })
  opensAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Wall time HH:MM at which it closes; not later than opensAt means the next day.",
  })
  closesAt!: string | null;

  @Field(() => String, { description: "Time zone of the wall times, for example Europe/Rome." })
  timezone!: string;

  @Field(() => ScheduleExceptionEnum, {
    nullable: true,
    description: "Null for the usual week, otherwise an exception to it.",
  })
  isException!: ScheduleException | null;

  @Field(() => String, { description: "The words of the source that it was read from." })
  rawText!: string;

  @Field(() => ParseConfidenceEnum, { description: "How far these words were understood." })
  parseConfidence!: ParseConfidence;
}

@ObjectType("UnparsedText", {
  description:
    "Words about opening that became no row. They are kept, and make unknown what they could speak of.",
  simpleResolvers: true,
})
export class UnparsedTextType implements UnparsedText {
  @Field(() => String, { description: "The words." })
  text!: string;

  @Field(() => UnparsedReasonEnum, { description: "Why they became no row." })
  reason!: UnparsedReason;

  @Field(() => ScheduleTopicEnum, { description: "What they are about." })
  about!: ScheduleTopic;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "First day that they can concern; null if unknown.",
  })
  validFrom!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Last day that they can concern; null if unknown.",
  })
  validTo!: string | null;
}
