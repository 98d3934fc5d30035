import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { CountDimension } from "../../domain/counts/countable";
import type { FlatTable } from "../../domain/kit/flat-table";
import type { AreaLevel } from "../../domain/places/area";
import { flatRatios } from "../../queries/counts/flat-counts";
import { makeRatios, type Ratios } from "../../queries/counts/make-ratios";
import type { CountSubject } from "../../queries/counts/read-counted";
import { cityDescription } from "../kit/city-argument";
import type { Context } from "../kit/context";
import { FlatTableType, flatDescription } from "../kit/flat-table.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { RatioDimensionEnum, RatioSubjectEnum, RatiosType } from "./ratios.type";

@Resolver(() => RatiosType)
export class RatiosResolver {
  @Query(() => RatiosType, {
    nullable: true,
    description: "Services or centres for 1,000 residents of a group and year, by area and kind.",
  })
  ratios(
    @Arg("of", () => RatioSubjectEnum, { description: "What is counted." }) of: CountSubject,
    @Arg("groupBy", () => [RatioDimensionEnum], { description: "What to tell it by; at most once each." })
    groupBy: CountDimension[],
    @Arg("per", () => String, {
      description: "Code of the indicator that counts the people, for example residents_65plus.",
    })
    per: string,
    @Arg("period", () => PartialDateScalar, { description: "The year of these people, for example 2024." })
    period: string,
    @Arg("level", () => AreaLevelEnum, { defaultValue: "NEIGHBOURHOOD", description: "Which size of area." })
    level: AreaLevel,
    @Arg("areas", () => [String], {
      nullable: true,
      description: "Codes of areas of the level: only these. All of the level when absent.",
    })
    areas: string[] | null | undefined,
    @Arg("city", () => String, { nullable: true, description: cityDescription })
    city: string | null | undefined,
    @Arg("on", () => PartialDateScalar, {
      nullable: true,
      description: "The day of the kinds of centres; today when absent.",
    })
    on: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Ratios> {
    return makeRatios({ of, groupBy, per, period, level, areas, city: city ?? null, on }, context);
  }

  @FieldResolver(() => FlatTableType, { description: flatDescription })
  flat(@Root() ratios: Ratios): FlatTable {
    return flatRatios(ratios);
  }
}
