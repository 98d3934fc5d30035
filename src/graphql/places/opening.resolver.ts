import { GraphQLDateTime } from "graphql-scalars";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { closuresOf, isOpenAt, openIntervals, opensNext } from "../../queries/places/opening";
import type { OpeningPlace } from "../../queries/places/opening-place";
import { required } from "../kit/argument";
import type { Context } from "../kit/context";
import { fieldWith, nonNullField } from "../kit/declare";
import { ClosuresType } from "./closures.type";
import { NextOpeningType, OpeningAnswerType, OpeningIntervalType } from "./opening.type";
import { ScheduleType, UnparsedTextType } from "./schedule.type";

const moment = (description: string) => required(() => GraphQLDateTime, description);

/** The fields of everything that has opening hours: what is understood of them, and the answers that follow. */
export const openingFields = <T extends { readonly openingRules: OpeningRules | null }>(
  placeOf: (record: T, context: Context) => OpeningPlace | Promise<OpeningPlace>,
) => ({
  schedules: nonNullField(
    () => [ScheduleType],
    "What is understood of its hours and closures; empty where nothing is.",
    ({ openingRules }: T) => openingRules?.schedules ?? [],
  ),
  unparsedHours: nonNullField(
    () => [UnparsedTextType],
    "What its sources say of its hours that is not understood.",
    ({ openingRules }: T) => openingRules?.unparsed ?? [],
  ),
  isOpenAt: fieldWith(
    () => OpeningAnswerType,
    "Whether it is open at a moment.",
    { time: moment("The moment, for example 2026-06-10T16:00:00+02:00.") },
    async (record: T, { time }, context) => isOpenAt(await placeOf(record, context), time, context),
  ),
  nextOpening: fieldWith(
    () => NextOpeningType,
    "When it surely opens next.",
    { after: moment("At this moment or after it.") },
    async (record: T, { after }, context) => opensNext(await placeOf(record, context), after, context),
  ),
  openingHours: fieldWith(
    () => [OpeningIntervalType],
    "When it is open or may be open; in between it is closed.",
    { from: moment("From this moment on."), to: moment("To before this moment, at most 92 days later.") },
    async (record: T, { from, to }, context) =>
      openIntervals(await placeOf(record, context), from, to, context),
  ),
  closures: fieldWith(
    () => ClosuresType,
    "When it is closed by exception, whatever its usual hours, and who says so.",
    { from: moment("From this moment on."), to: moment("To before this moment, at most 366 days later.") },
    async (record: T, { from, to }, context) => closuresOf(await placeOf(record, context), from, to, context),
  ),
});
