import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { findChanges } from "../../queries/changes/find-changes";
import type { Connection } from "../../queries/kit/connection";
import type { TypedRecord } from "../../queries/kit/find-node";
import { findRecord } from "../../queries/kit/find-node";
import type { Change } from "../../storage/records/change.repository";
import type { Context } from "../kit/context";
import { NodeType } from "../kit/node.type";
import { PageArgs } from "../kit/page.input";
import { ChangeConnectionType, ChangeFilterInput, ChangeType } from "./change.type";

@Resolver(() => ChangeType)
export class ChangeResolver {
  @Query(() => ChangeConnectionType, {
    nullable: true,
    description:
      "What changed, oldest first: every record once, with the last thing that happened to it, retirements and merges included. Keep pageInfo.endCursor and go on from it tomorrow: a record that changes again comes again, and nothing is missed. Changes appear two seconds after they were made. Figures are not here: follow their sources.",
  })
  changes(
    @Arg("filter", () => ChangeFilterInput, {
      nullable: true,
      description: "Which changes; all when absent.",
    })
    filter: ChangeFilterInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Change>> {
    return findChanges(filter, page, context);
  }

  @FieldResolver(() => NodeType, {
    nullable: true,
    description: "The record as it is now, or the one that took its place; null where it was retired.",
  })
  record(@Root() { type, code }: Change, @Ctx() { loaders }: Context): Promise<TypedRecord | null> {
    return findRecord({ type, code }, loaders);
  }
}
