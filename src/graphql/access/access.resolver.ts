import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { AccessAnswer } from "../../queries/access/access-answer";
import { makeAccess } from "../../queries/access/make-access";
import type { Context } from "../kit/context";
import { AccessArgs } from "./access.input";
import { AccessAnswerType } from "./access.type";

@Resolver()
export class AccessResolver {
  @Query(() => AccessAnswerType, {
    nullable: true,
    description:
      "How many people have a centre within some minutes on foot, where they have none, and what would change if centres were opened or closed.",
  })
  access(@Args(() => AccessArgs) args: AccessArgs, @Ctx() context: Context): Promise<AccessAnswer> {
    return makeAccess(args, context);
  }
}
