import type { Weekday } from "../../domain/schedule/calendar-day";
import type { ParseConfidence, Schedule, ScheduleException } from "../../domain/schedule/schedule";
import type { ScheduleTopic, UnparsedReason, UnparsedText } from "../../domain/schedule/unparsed-text";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { PartialDateScalar } from "../kit/scalars";
import {
  ParseConfidenceEnum,
  ScheduleExceptionEnum,
  ScheduleTopicEnum,
  UnparsedReasonEnum,
  WeekdayEnum,
} from "./opening.enum";

@Output("Schedule", "One row of opening hours or closures (HSDS schedule); two spans of a day are two rows.")
export class ScheduleType implements Schedule {
  @Nullable(() => PartialDateScalar, "First day on which it holds; null where no source says.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "Last day on which it holds, included; null where no source says.")
  validTo!: string | null;

  @NonNull(() => String, "How it repeats: WEEKLY.")
  freq!: "WEEKLY";

  @NonNull(
    () => [WeekdayEnum],
    "Days of the week; a span over midnight belongs to the day on which it begins.",
  )
  byday!: Weekday[];

  @Nullable(() => String, "Wall time HH:MM; null where it is not known, and in a closure of whole days.")
  opensAt!: string | null;

  @Nullable(() => String, "Wall time HH:MM at which it closes; not later than opensAt means the next day.")
  closesAt!: string | null;

  @NonNull(() => String, "Time zone of the wall times, for example Europe/Rome.")
  timezone!: string;

  @Nullable(() => ScheduleExceptionEnum, "Null for the usual week, otherwise an exception to it.")
  isException!: ScheduleException | null;

  @NonNull(() => String, "The words of the source that it was read from.")
  rawText!: string;

  @NonNull(() => ParseConfidenceEnum, "How far these words were understood.")
  parseConfidence!: ParseConfidence;
}

@Output(
  "UnparsedText",
  "Words about opening that became no row. They are kept, and make unknown what they could speak of.",
)
export class UnparsedTextType implements UnparsedText {
  @NonNull(() => String, "The words.")
  text!: string;

  @NonNull(() => UnparsedReasonEnum, "Why they became no row.")
  reason!: UnparsedReason;

  @NonNull(() => ScheduleTopicEnum, "What they are about.")
  about!: ScheduleTopic;

  @Nullable(() => PartialDateScalar, "First day that they can concern; null if unknown.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "Last day that they can concern; null if unknown.")
  validTo!: string | null;
}
