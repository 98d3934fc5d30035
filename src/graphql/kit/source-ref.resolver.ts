import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import { type Connection, toConnection } from "../../queries/kit/connection";
import type { Context } from "./context";
import { ListArgs } from "./page.input";
import { SourceRefConnectionType, SourceRefType } from "./source-ref.type";

@Resolver(() => SourceRefType)
export class SourceRefResolver {
  @Query(() => SourceRefConnectionType, {
    nullable: true,
    description: "The datasets and documents that the hub's facts come from.",
  })
  async sources(
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<SourceRef>> {
    return toConnection(await repositories.sourceRefs.page(page), page);
  }

  @Query(() => SourceRefType, {
    nullable: true,
    description: "One source by its code; null if there is none.",
  })
  source(
    @Arg("code", () => String, { description: "For example ds205." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<SourceRef | null> {
    return loaders.sourceRef.load(code);
  }
}
