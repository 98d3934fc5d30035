import { limits } from "../../domain/kit/limits";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { closuresOf, isOpenAt, openIntervals, opensNext } from "../../queries/places/opening";
import type { OpeningPlace } from "../../queries/places/opening-place";
import { required } from "../kit/argument";
import type { Context } from "../kit/context";
import { fieldWith, nonNullField } from "../kit/declare";
import { DateTimeScalar } from "../kit/scalars";
import { ClosuresType } from "./closures.type";
import { NextOpeningType, OpeningAnswerType, OpeningIntervalType } from "./opening.type";
import { ScheduleType, UnparsedTextType } from "./schedule.type";

const moment = (description: string) => required(() => DateTimeScalar, description);

/** Fields of all types with opening hours: the schedule, and the answers derived from it. */
export const openingFields = <T extends { readonly openingRules: OpeningRules | null }>(
  placeOf: (record: T, context: Context) => OpeningPlace | OpeningPlace,
) => ({
  schedules: nonNullField(
    () => [ScheduleType],
    "Opening hours and closures in structured form; empty if none are understood.",
    ({ openingRules }: T) => openingRules?.schedules ?? [],
    limits.recordList,
  ),
  unparsedHours: nonNullField(
    () => [UnparsedTextType],
    "Statements about opening that are not rows of the schedule; see the reason of each.",
    ({ openingRules }: T) => openingRules?.unparsed ?? [],
    limits.recordList,
  ),
  isOpenAt: fieldWith(
    () => OpeningAnswerType,
    "Opening state at a moment.",
    { at: moment("Moment, for example 2026-06-10T16:00:00+02:00.") },
    (record: T, { at }, context) => isOpenAt(placeOf(record, context), at, context),
  ),
  nextOpening: fieldWith(
    () => NextOpeningType,
    "Next certain opening.",
    { from: moment("Earliest moment of the opening.") },
    (record: T, { from }, context) => opensNext(placeOf(record, context), from, context),
  ),
  openingHours: fieldWith(
    () => [OpeningIntervalType],
    "Intervals of opening or possible opening; the place is closed between them.",
    {
      from: moment("Start of the period."),
      to: moment("End of the period, not included, at most 92 days after the start."),
    },
    (record: T, { from, to }, context) => openIntervals(placeOf(record, context), from, to, context),
    limits.intervals,
  ),
  closures: fieldWith(
    () => ClosuresType,
    "Exceptional closures in a period, with their sources.",
    {
      from: moment("Start of the period."),
      to: moment("End of the period, not included, at most 366 days after the start."),
    },
    (record: T, { from, to }, context) => closuresOf(placeOf(record, context), from, to, context),
  ),
});
