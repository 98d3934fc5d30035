import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Centre } from "../../domain/centre";
import type { Schedule } from "../../domain/schedule/schedule";
import type { UnparsedText } from "../../domain/schedule/unparsed-text";
import type { Context } from "../context";
import { CentreType } from "./centre.type";
import { isOpenAt, openIntervals, opensNext } from "./opening";
import { NextOpeningType, OpeningAnswerType, OpeningIntervalType } from "./opening.type";
import { ScheduleType, UnparsedTextType } from "./schedule.type";

@Resolver(() => CentreType)
export class CentreOpeningResolver {
  @FieldResolver(() => [ScheduleType], {
    description: "What is understood of its hours and closures; empty where nothing is.",
  })
  schedules(@Root() { openingRules }: Centre): readonly Schedule[] {
    return openingRules?.schedules ?? [];
  }

  @FieldResolver(() => [UnparsedTextType], {
    description: "What its sources say of its hours that is not understood.",
  })
  unparsedHours(@Root() { openingRules }: Centre): readonly UnparsedText[] {
    return openingRules?.unparsed ?? [];
  }

  @FieldResolver(() => OpeningAnswerType, { nullable: true, description: "Whether it is open at a moment." })
  isOpenAt(
    @Root() centre: Centre,
    @Arg("time", () => GraphQLDateTime, { description: "The moment, for example 2026-06-10T16:00:00+02:00." })
    time: Date,
    @Ctx() context: Context,
  ): Promise<OpeningAnswerType> {
    return isOpenAt(centre, time, context);
  }

  @FieldResolver(() => NextOpeningType, { nullable: true, description: "When it surely opens next." })
  nextOpening(
    @Root() centre: Centre,
    @Arg("after", () => GraphQLDateTime, { description: "At this moment or after it." }) after: Date,
    @Ctx() context: Context,
  ): Promise<NextOpeningType> {
    return opensNext(centre, after, context);
  }

  @FieldResolver(() => [OpeningIntervalType], {
    nullable: true,
    description: "When it is open or may be open; in between it is closed.",
  })
  openingHours(
    @Root() centre: Centre,
    @Arg("from", () => GraphQLDateTime, { description: "From this moment on." }) from: Date,
    @Arg("to", () => GraphQLDateTime, { description: "To before this moment, at most 92 days later." })
    to: Date,
    @Ctx() context: Context,
  ): Promise<OpeningIntervalType[]> {
    return openIntervals(centre, from, to, context);
  }
}
