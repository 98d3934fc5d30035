import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { TypedRecord } from "../../queries/kit/find-node";
import { findByIdentifier } from "../../queries/places/find-by-identifier";
import type { Context } from "../kit/context";
import { NodeType } from "../kit/node.type";
import { ExternalIdentifierArgs } from "./external-identifier.input";

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
