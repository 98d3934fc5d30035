import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from "type-graphql";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Observation } from "../../domain/indicators/observation";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area } from "../../domain/places/area";
import { findObservations } from "../../queries/indicators/find-observations";
import { isSmallCell, roundedValueOf } from "../../queries/indicators/observation-value";
import type { Connection } from "../../queries/kit/connection";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaType } from "../places/area.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { ObservationFilterInput } from "./observation.input";
import { ObservationConnectionType, ObservationType } from "./observation.type";

@Resolver(() => ObservationType)
export class ObservationResolver {
  @Query(() => ObservationConnectionType, {
    nullable: true,
    description: "Numbers: with an area by indicator and period, with an indicator alone by period and area.",
  })
  observations(
    @Arg("filter", () => ObservationFilterInput, { description: "Which numbers." })
    filter: ObservationFilterInput,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Observation>> {
    return findObservations(filter, page, context);
  }

  @FieldResolver(() => IndicatorDefinitionType, { nullable: true, description: "What the number means." })
  indicator(
    @Root() observation: Observation,
    @Ctx() { loaders }: Context,
  ): Promise<IndicatorDefinition | null> {
    return loaders.indicator.load(observation.indicatorCode);
  }

  @FieldResolver(() => AreaType, { nullable: true, description: "The area it speaks of." })
  area(@Root() observation: Observation, @Ctx() { loaders }: Context): Promise<Area | null> {
    return loaders.area.load(observation.areaCode);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "The value rounded to the decimals of its indicator.",
  })
  roundedValue(@Root() observation: Observation, @Ctx() context: Context): Promise<number | null> {
    return roundedValueOf(observation, context);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "True for a count of 1 to 4 that the source itself publishes, or a ratio with such a part: it passes as it is, and a few persons move it. Null where the indicator is not known.",
  })
  smallCellPublishedBySource(
    @Root() observation: Observation,
    @Ctx() context: Context,
  ): Promise<boolean | null> {
    return isSmallCell(observation, context);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() observation: Observation, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(observation, context);
  }
}
