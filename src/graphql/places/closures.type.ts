import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { OpeningState } from "../../domain/schedule/opening-answer";
import type { ClosureInterval } from "../../domain/schedule/stated-closures";
import type { PlaceClosures } from "../../queries/places/opening";
import { LocalizedTextType } from "../kit/localized-text.type";
import { OpeningStateEnum } from "./opening.enum";
import { ScheduleType, UnparsedTextType } from "./schedule.type";

@ObjectType("ClosureInterval", {
  description: "A stretch of time in which a place is closed by exception.",
  simpleResolvers: true,
})
export class ClosureIntervalType implements Omit<ClosureInterval, "state"> {
  @Field(() => GraphQLDateTime, { description: "When it begins; the asked from where it began before." })
  from!: string;

  @Field(() => GraphQLDateTime, {
    description: "When it ends, not included; the asked to where it ends after.",
  })
  to!: string;

  @Field(() => OpeningStateEnum, {
    description: "CLOSED; or UNKNOWN where words of the source leave it in doubt.",
  })
  state!: OpeningState;

  @Field(() => ScheduleType, { description: "The row that says so, with the words it was read from." })
  rule!: ScheduleType;
}

@ObjectType("Closures", {
  description: "When a place is closed by exception in a stretch of time, and whether its sources say that.",
  simpleResolvers: true,
})
export class ClosuresType implements Omit<PlaceClosures, "intervals"> {
  @Field(() => GraphQLDateTime, { description: "The asked from." })
  from!: string;

  @Field(() => GraphQLDateTime, { description: "The asked to." })
  to!: string;

  @Field(() => Boolean, {
    description:
      "Whether a source says when it is closed by exception, be it never. False: that no closure is listed tells nothing.",
  })
  known!: boolean;

  @Field(() => [ClosureIntervalType], {
    description: "The closures, in order; special openings are cut out of them.",
  })
  intervals!: ClosureIntervalType[];

  @Field(() => [UnparsedTextType], { description: "Words about closures that are not understood." })
  unparsed!: UnparsedTextType[];

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "What to know before trusting the answer; null where nothing is doubtful.",
  })
  note!: LocalizedTextType | null;
}
