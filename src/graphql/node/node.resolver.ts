import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { HubError } from "../../domain/errors";
import { limits } from "../../domain/limits";
import { type Observation, observationCode } from "../../domain/observation";
import type { RecordRef } from "../../storage/history.repository";
import type { Context } from "../context";
import { RecordStateType } from "../history/record-state.type";
import { toGlobalId } from "../shared/global-id";
import { NodeType, type TypedRecord } from "../shared/node.type";
import { findNode } from "./find-node";

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
  async nodes(
    @Arg("ids", () => [ID], { description: `At most ${limits.nodes} ids.` }) ids: string[],
    @Ctx() { loaders }: Context,
  ): Promise<(TypedRecord | null)[]> {
    if (ids.length > limits.nodes) throw tooMany(ids.length);
    return Promise.all(ids.map((id) => findNode(id, loaders)));
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
  ): Promise<RecordStateType | null> {
    return loaders.recordState.load({ type: parentType.name as RecordRef["type"], code: codeOf(record) });
  }
}

type Coded = { readonly code?: string } & object;

const codeOf = (record: Coded): string => record.code ?? observationCode(record as Observation);

const tooMany = (count: number): HubError =>
  new HubError("LIMIT_EXCEEDED", {
    message: `${count} ids were given; at most ${limits.nodes} can be asked at once.`,
    messageIt: `Sono stati indicati ${count} id; se ne possono chiedere al massimo ${limits.nodes} alla volta.`,
    hint: `Split them into queries of ${limits.nodes}.`,
    where: "ids",
  });
