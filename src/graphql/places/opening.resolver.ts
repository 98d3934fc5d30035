import { GraphQLDateTime } from "graphql-scalars";
import { Arg, type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import type { Schedule } from "../../domain/schedule/schedule";
import type { UnparsedText } from "../../domain/schedule/unparsed-text";
import {
  closuresOf,
  isOpenAt,
  openIntervals,
  opensNext,
  type PlaceClosures,
  type PlaceInterval,
  type PlaceNextOpening,
  type PlaceOpening,
} from "../../queries/places/opening";
import type { OpeningPlace } from "../../queries/places/opening-place";
import type { Context } from "../kit/context";
import { ClosuresType } from "./closures.type";
import { NextOpeningType, OpeningAnswerType, OpeningIntervalType } from "./opening.type";
import { ScheduleType, UnparsedTextType } from "./schedule.type";

/** The fields of everything that has opening hours: what is understood of them, and the answers that follow. */
export function openingResolver<T extends { readonly openingRules: OpeningRules | null }>(
  type: () => ClassType,
  placeOf: (record: T, context: Context) => OpeningPlace | Promise<OpeningPlace>,
): new () => object {
  @Resolver(type)
  class OpeningResolver {
    @FieldResolver(() => [ScheduleType], {
      description: "What is understood of its hours and closures; empty where nothing is.",
    })
    schedules(@Root() { openingRules }: T): readonly Schedule[] {
      return openingRules?.schedules ?? [];
    }

    @FieldResolver(() => [UnparsedTextType], {
      description: "What its sources say of its hours that is not understood.",
    })
    unparsedHours(@Root() { openingRules }: T): readonly UnparsedText[] {
      return openingRules?.unparsed ?? [];
    }

    @FieldResolver(() => OpeningAnswerType, {
      nullable: true,
      description: "Whether it is open at a moment.",
    })
    async isOpenAt(
      @Root() record: T,
      @Arg("time", () => GraphQLDateTime, {
        description: "The moment, for example 2026-06-10T16:00:00+02:00.",
      })
      time: Date,
      @Ctx() context: Context,
    ): Promise<PlaceOpening> {
      return isOpenAt(await placeOf(record, context), time, context);
    }

    @FieldResolver(() => NextOpeningType, { nullable: true, description: "When it surely opens next." })
    async nextOpening(
      @Root() record: T,
      @Arg("after", () => GraphQLDateTime, { description: "At this moment or after it." }) after: Date,
      @Ctx() context: Context,
    ): Promise<PlaceNextOpening> {
      return opensNext(await placeOf(record, context), after, context);
    }

    @FieldResolver(() => [OpeningIntervalType], {
      nullable: true,
      description: "When it is open or may be open; in between it is closed.",
    })
    async openingHours(
      @Root() record: T,
      @Arg("from", () => GraphQLDateTime, { description: "From this moment on." }) from: Date,
      @Arg("to", () => GraphQLDateTime, { description: "To before this moment, at most 92 days later." })
      to: Date,
      @Ctx() context: Context,
    ): Promise<PlaceInterval[]> {
      return openIntervals(await placeOf(record, context), from, to, context);
    }

    @FieldResolver(() => ClosuresType, {
      nullable: true,
      description: "When it is closed by exception, whatever its usual hours, and who says so.",
    })
    async closures(
      @Root() record: T,
      @Arg("from", () => GraphQLDateTime, { description: "From this moment on." }) from: Date,
      @Arg("to", () => GraphQLDateTime, { description: "To before this moment, at most 366 days later." })
      to: Date,
      @Ctx() context: Context,
    ): Promise<PlaceClosures> {
      return closuresOf(await placeOf(record, context), from, to, context);
    }
  }
  return OpeningResolver;
}
