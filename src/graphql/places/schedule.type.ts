import type { Weekday } from "../../domain/schedule/calendar-day";
import type {
  ParseConfidence,
  Schedule,
  ScheduleException,
  ScheduleTopic,
  UnparsedReason,
  UnparsedText,
} from "../../domain/schedule/schedule";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { PartialDateScalar } from "../kit/scalars";
import {
  ParseConfidenceEnum,
  ScheduleExceptionEnum,
  ScheduleTopicEnum,
  UnparsedReasonEnum,
  WeekdayEnum,
} from "./opening.enum";

@Output("Schedule", "Row of opening hours or closures (HSDS schedule). Two periods on one day are two rows.")
export class ScheduleType implements Schedule {
  @Nullable(() => PartialDateScalar, "First day of validity; null if no source states it.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "Last day of validity, included; null if no source states it.")
  validTo!: string | null;

  @NonNull(() => String, "Frequency: WEEKLY.")
  freq!: "WEEKLY";

  @NonNull(() => [WeekdayEnum], "Days of the week. A period over midnight belongs to the day of its start.")
  byday!: Weekday[];

  @Nullable(() => String, "Opening time, local time HH:MM; null if unknown, and for closures of whole days.")
  opensAt!: string | null;

  @Nullable(() => String, "Closing time, local time HH:MM. A time not later than opensAt means the next day.")
  closesAt!: string | null;

  @NonNull(() => String, "Time zone of the local times, for example Europe/Rome.")
  timezone!: string;

  @Nullable(() => ScheduleExceptionEnum, "Type of exception; null for the usual week.")
  isException!: ScheduleException | null;

  @NonNull(() => String, "Words of the source.")
  rawText!: string;

  @NonNull(() => ParseConfidenceEnum, "Confidence in the reading of the source's words.")
  parseConfidence!: ParseConfidence;
}

@Output(
  "UnparsedText",
  "Statement about opening that is not understood. It is kept, and answers that it could affect are unknown.",
)
export class UnparsedTextType implements UnparsedText {
  @NonNull(() => String, "Words of the source.")
  text!: string;

  @NonNull(() => UnparsedReasonEnum, "Reason why the statement is not in the schedule.")
  reason!: UnparsedReason;

  @NonNull(() => ScheduleTopicEnum, "Subject of the statement.")
  about!: ScheduleTopic;

  @Nullable(() => PartialDateScalar, "First day that the statement can affect; null if unknown.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "Last day that the statement can affect; null if unknown.")
  validTo!: string | null;
}
