import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { SourceRef } from "../../domain/kit/source-ref";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { IndicatorConnectionType, IndicatorDefinitionType } from "./indicator.type";

@Resolver(() => IndicatorDefinitionType)
export class IndicatorResolver {
  @Query(() => IndicatorConnectionType, {
    nullable: true,
    description: "The indicators that the hub knows, by code.",
  })
  async indicators(
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<IndicatorDefinition>> {
    return toConnection(await repositories.indicators.page(page), page);
  }

  @Query(() => IndicatorDefinitionType, {
    nullable: true,
    description: "One indicator by its code; null if there is none.",
  })
  indicator(
    @Arg("code", () => String, { description: "For example share_65plus." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<IndicatorDefinition | null> {
    return loaders.indicator.load(code);
  }

  @FieldResolver(() => IndicatorDefinitionType, {
    nullable: true,
    description: "What is divided; null for a count.",
  })
  numerator(@Root() indicator: IndicatorDefinition, @Ctx() { loaders }: Context) {
    return loadOne(loaders.indicator, indicator.numeratorCode);
  }

  @FieldResolver(() => IndicatorDefinitionType, {
    nullable: true,
    description: "What it is divided by; null for a count.",
  })
  denominator(@Root() indicator: IndicatorDefinition, @Ctx() { loaders }: Context) {
    return loadOne(loaders.indicator, indicator.denominatorCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() indicator: IndicatorDefinition, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(indicator, context);
  }
}
