import { Int } from "type-graphql";
import type { Schedule, UnparsedText } from "../../domain/schedule/schedule";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import {
  ParseConfidenceEnum,
  ScheduleExceptionEnum,
  ScheduleTopicEnum,
  UnparsedReasonEnum,
  WeekdayEnum,
} from "./opening.enum";

export const ScheduleType = output<Schedule>(
  "Schedule",
  "Row of opening hours or closures (HSDS schedule). Two periods on one day are two rows.",
  {
    validFrom: nullable(() => PartialDateScalar, "First day of validity; null if no source states it."),
    validTo: nullable(
      () => PartialDateScalar,
      "Last day of validity, included; null if no source states it.",
    ),
    freq: nonNull(() => String, "Frequency: WEEKLY."),
    byday: nonNull(
      () => [WeekdayEnum],
      "Days of the week. A period over midnight belongs to the day of its start.",
    ),
    opensAt: nullable(
      () => String,
      "Opening time, local time HH:MM; null if unknown, and for closures of whole days.",
    ),
    closesAt: nullable(
      () => String,
      "Closing time, local time HH:MM. A time not later than opensAt means the next day.",
    ),
    timezone: nonNull(() => String, "Time zone of the local times, for example Europe/Rome."),
    isException: nullable(() => ScheduleExceptionEnum, "Type of exception; null for the usual week."),
    rawText: nonNull(() => String, "Words of the source."),
    parseConfidence: nonNull(() => ParseConfidenceEnum, "Confidence in the reading of the source's words."),
    assumedYear: nullable(
      () => Int,
      "Year of the dates if the source writes none: that of its data. Other years answer UNKNOWN. Null if the source states it.",
    ),
  },
);

export const UnparsedTextType = output<UnparsedText>(
  "UnparsedText",
  "Statement about opening that is not a row of the schedule. If it is not understood, answers that it could affect are unknown.",
  {
    text: nonNull(() => String, "Words of the source."),
    reason: nonNull(() => UnparsedReasonEnum, "Reason why the statement is not in the schedule."),
    about: nonNull(() => ScheduleTopicEnum, "Subject of the statement."),
    validFrom: nullable(() => PartialDateScalar, "First day that the statement can affect; null if unknown."),
    validTo: nullable(() => PartialDateScalar, "Last day that the statement can affect; null if unknown."),
  },
);
