import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { FlatTable } from "../../domain/kit/flat-table";
import { limits } from "../../domain/kit/limits";
import { flatComparison } from "../../queries/indicators/flat-comparison";
import { type AnsweredCell, type Comparison, makeComparison } from "../../queries/indicators/make-comparison";
import type { Context } from "../kit/context";
import { FlatTableType, flatDescription } from "../kit/flat-table.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaComparisonCellType, AreaComparisonType, StandingType } from "./compare-areas.type";

const { comparedAreas, comparedIndicators, rankedResidents } = limits;

@Resolver(() => AreaComparisonType)
export class AreaComparisonResolver {
  @Query(() => AreaComparisonType, {
    nullable: true,
    description:
      "Some numbers of some areas in one period, each beside that of its city, with rank and decile.",
  })
  compareAreas(
    @Arg("areas", () => [String], {
      description: `Codes of ${comparedAreas.smallest} to ${comparedAreas.largest} areas, for example nil:30.`,
    })
    areas: string[],
    @Arg("indicators", () => [String], {
      description: `Codes of ${comparedIndicators.smallest} to ${comparedIndicators.largest} indicators.`,
    })
    indicators: string[],
    @Arg("period", () => PartialDateScalar, { description: "For example 2024." }) period: string,
    @Arg("minimumResidents", () => Int, {
      defaultValue: rankedResidents.usual,
      description: "Areas with fewer residents are left out of ranks; 0 leaves none out.",
    })
    minimumResidents: number,
    @Arg("residentsIndicator", () => String, {
      defaultValue: "residents",
      description: "Code of the indicator that counts residents, by year.",
    })
    residentsIndicator: string,
    @Ctx() context: Context,
  ): Promise<Comparison> {
    return makeComparison({ areas, indicators, period, minimumResidents, residentsIndicator }, context);
  }

  @FieldResolver(() => FlatTableType, { description: flatDescription })
  flat(@Root() comparison: Comparison): FlatTable {
    return flatComparison(comparison);
  }
}

@Resolver(() => AreaComparisonCellType)
export class AreaComparisonCellResolver {
  @FieldResolver(() => StandingType, {
    nullable: true,
    description: "Rank and decile among all areas of its level and city, as on the map.",
  })
  standing(@Root() { standing }: AnsweredCell): ReturnType<AnsweredCell["standing"]> {
    return standing();
  }
}
