import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { AreaNumber } from "../../queries/indicators/read-area-numbers";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "../kit/context";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaNumberType } from "./area-number.type";

@Resolver(() => AreaNumberType)
export class AreaNumberResolver {
  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() number: AreaNumber, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(number, context);
  }
}
