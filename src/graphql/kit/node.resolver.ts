import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { type Observation, observationCode } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import { findNode, findNodes, type TypedRecord } from "../../queries/kit/find-node";
import { toGlobalId } from "../../queries/kit/global-id";
import type { KnownState } from "../../queries/kit/record-state";
import type { RecordRef } from "../../storage/records/history.repository";
import type { Context } from "./context";
import { NodeType } from "./node.type";
import { RecordStateType } from "./record-state.type";

@Resolver(() => NodeType)
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: "Anything by its global id; null if it does not exist.",
  })
  node(
    @Arg("id", () => ID, { description: "The id field of anything." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<TypedRecord | null> {
    return findNode(id, loaders);
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "Several things by their global ids, in their order; null for each that does not exist.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: `At most ${limits.nodes} ids.` }) ids: string[],
    @Ctx() { loaders }: Context,
  ): Promise<(TypedRecord | null)[]> {
    return findNodes(ids, loaders);
  }

  @FieldResolver(() => ID)
  id(@Root() record: Coded, @Info() { parentType }: GraphQLResolveInfo): string {
    return toGlobalId(parentType.name, codeOf(record));
  }

  @FieldResolver(() => RecordStateType, { nullable: true })
  recordState(
    @Root() record: Coded,
    @Info() { parentType }: GraphQLResolveInfo,
    @Ctx() { loaders }: Context,
  ): Promise<KnownState | null> {
    return loaders.recordState.load({ type: parentType.name as RecordRef["type"], code: codeOf(record) });
  }
}

type Coded = { readonly code?: string } & object;

const codeOf = (record: Coded): string => record.code ?? observationCode(record as Observation);
