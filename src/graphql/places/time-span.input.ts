import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";

@InputType("TimeSpan", { description: "A stretch of time." })
export class TimeSpanInput {
  @Field(() => GraphQLDateTime, { description: "From this moment on." })
  from!: Date;

  @Field(() => GraphQLDateTime, { description: "To before this moment, at most 92 days later." })
  to!: Date;
}
