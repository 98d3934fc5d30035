import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Capacity } from "../../domain/kit/capacity";
import type { SourceRef } from "../../domain/kit/source-ref";
import { CapacityType } from "./capacity.type";
import type { Context } from "./context";
import { SourceRefType } from "./source-ref.type";

@Resolver(() => CapacityType)
export class CapacityResolver {
  @FieldResolver(() => SourceRefType, { nullable: true, description: "Who said so." })
  sourceRef(@Root() { sourceCode }: Capacity, @Ctx() { loaders }: Context): Promise<SourceRef | null> {
    return loaders.sourceRef.load(sourceCode);
  }
}
