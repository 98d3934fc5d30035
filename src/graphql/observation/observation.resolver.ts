import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from "type-graphql";
import type { Area } from "../../domain/area";
import type { IndicatorDefinition } from "../../domain/indicator";
import type { Observation } from "../../domain/observation";
import { roundTo } from "../../domain/round";
import { isSmallCount } from "../../domain/small-count";
import type { SourceRef } from "../../domain/source-ref";
import { AreaType } from "../area/area.type";
import type { Context } from "../context";
import { IndicatorDefinitionType } from "../indicator/indicator.type";
import { type Connection, ListArgs } from "../shared/connection";
import { sourceRefsDescription, sourcesOf } from "../shared/sourced";
import { SourceRefType } from "../source-ref/source-ref.type";
import { findObservations } from "./find-observations";
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
  async roundedValue(
    @Root() { value, indicatorCode }: Observation,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    if (value === null) return null;
    return roundTo(value, (await loaders.indicator.load(indicatorCode))?.decimals ?? null);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "True for a count of 1 to 4 that the source itself publishes, or a ratio with such a part: it passes as it is, and a few persons move it. Null where the indicator is not known.",
  })
  async smallCellPublishedBySource(
    @Root() observation: Observation,
    @Ctx() { loaders }: Context,
  ): Promise<boolean | null> {
    const indicator = await loaders.indicator.load(observation.indicatorCode);
    return indicator === null ? null : isSmallCount(indicator, observation);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() observation: Observation, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(observation, context);
  }
}
