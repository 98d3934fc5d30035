import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { usualResidentsIndicator } from "../../domain/indicators/map-document";
import type { Observation } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import type { ClassMethod } from "../../domain/statistics/classes";
import {
  type AreaClass,
  cityObservation,
  type IndicatorMap,
  makeIndicatorMap,
  mapClasses,
} from "../../queries/indicators/make-indicator-map";
import type { Context } from "../kit/context";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { ClassMethodEnum, IndicatorMapType, ValueClassType } from "./indicator-map.type";
import { ObservationType } from "./observation.type";

@Resolver(() => IndicatorMapType)
export class IndicatorMapResolver {
  @Query(() => IndicatorMapType, {
    nullable: true,
    description: "One number over all areas of a level in one period, with ranks, deciles and spread.",
  })
  indicatorMap(
    @Arg("indicator", () => String, { description: "Code of the indicator, for example share_65plus." })
    indicator: string,
    @Arg("period", () => PartialDateScalar, { description: "For example 2024." }) period: string,
    @Arg("level", () => AreaLevelEnum, { defaultValue: "NEIGHBOURHOOD", description: "Which size of area." })
    level: AreaLevel,
    @Arg("city", () => String, {
      nullable: true,
      description: "Code of a city: only its areas. All that the hub knows when absent.",
    })
    city: string | null | undefined,
    @Arg("minimumResidents", () => Int, {
      defaultValue: limits.rankedResidents.usual,
      description: "Areas with fewer residents are left out of ranks and spread; 0 leaves none out.",
    })
    minimumResidents: number,
    @Arg("residentsIndicator", () => String, {
      defaultValue: usualResidentsIndicator,
      description: "Code of the indicator that counts residents, by year.",
    })
    residentsIndicator: string,
    @Ctx() context: Context,
  ): Promise<IndicatorMap> {
    return makeIndicatorMap(
      { indicator, period, level, city, minimumResidents, residentsIndicator },
      context,
    );
  }

  @FieldResolver(() => ObservationType, {
    nullable: true,
    description:
      "The number of the city itself, which is not the mean of its areas. Null where there is none, or where the areas belong to several cities.",
  })
  cityObservation(@Root() map: IndicatorMap, @Ctx() context: Context): Promise<Observation | null> {
    return cityObservation(map, context);
  }

  @FieldResolver(() => [ValueClassType], {
    description: "The ranked areas cut into classes for colouring; none where no area is ranked.",
  })
  classes(
    @Root() map: IndicatorMap,
    @Arg("count", () => Int, {
      defaultValue: limits.mapClasses.usual,
      description: `How many classes, ${limits.mapClasses.smallest} to ${limits.mapClasses.largest}.`,
    })
    count: number,
    @Arg("method", () => ClassMethodEnum, { defaultValue: "QUANTILES", description: "How they are cut." })
    method: ClassMethod,
  ): AreaClass[] {
    return mapClasses(map, count, method);
  }
}
