import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context";
import type { TypedRecord } from "../node/find-node";
import { NodeType } from "../shared/node.type";
import { ExternalIdentifierArgs } from "./external-identifier.input";
import { findByIdentifier } from "./find-by-identifier";

@Resolver()
export class ExternalIdentifierResolver {
  @Query(() => [NodeType], {
    nullable: true,
    description:
      "Everything to which another register gives this key: areas, centres, organisations and services, as a rule one; empty where nothing has it. Capital or small letters and spaces make no difference.",
  })
  byExternalIdentifier(
    @Args(() => ExternalIdentifierArgs) args: ExternalIdentifierArgs,
    @Ctx() context: Context,
  ): Promise<TypedRecord[]> {
    return findByIdentifier(args, context);
  }
}
