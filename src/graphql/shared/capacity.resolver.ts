import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Capacity } from "../../domain/capacity";
import type { SourceRef } from "../../domain/source-ref";
import type { Context } from "../context";
import { SourceRefType } from "../source-ref/source-ref.type";
import { CapacityType } from "./capacity.type";

@Resolver(() => CapacityType)
export class CapacityResolver {
  @FieldResolver(() => SourceRefType, { nullable: true, description: "Who said so." })
  sourceRef(@Root() { sourceCode }: Capacity, @Ctx() { loaders }: Context): Promise<SourceRef | null> {
    return loaders.sourceRef.load(sourceCode);
  }
}
