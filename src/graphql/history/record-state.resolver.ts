import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context";
import { type Connection, PageArgs, toConnection } from "../shared/connection";
import { fieldChanges } from "./field-changes";
import { RecordStateType } from "./record-state.type";
import { RecordVersionConnectionType, type RecordVersionType } from "./record-version.type";

@Resolver(() => RecordStateType)
export class RecordStateResolver {
  @FieldResolver(() => RecordVersionConnectionType, {
    nullable: true,
    description:
      "All its versions, newest first: who changed what, when and why. Ask it of one record at a time.",
  })
  async history(
    @Root() { ref }: RecordStateType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<RecordVersionType>> {
    const versions = await repositories.history.versions(ref, page);
    const edges = versions.edges.map(({ cursor, node }) => ({
      cursor,
      node: { ...node, fields: fieldChanges(ref.type, node) },
    }));
    return toConnection({ ...versions, edges }, page);
  }
}
