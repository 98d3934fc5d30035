import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { type IndicatorSeries, makeIndicatorSeries } from "../../queries/indicators/make-indicator-series";
import type { Context } from "../kit/context";
import { IndicatorSeriesType } from "./indicator-series.type";

const { seriesAreas, seriesPeers, rankedResidents } = limits;

@Resolver()
export class IndicatorSeriesResolver {
  @Query(() => IndicatorSeriesType, {
    nullable: true,
    description:
      "A number of some areas over the years: change, rank, breaks, beside the city, the areas of the same level, and peers.",
  })
  indicatorSeries(
    @Arg("indicator", () => String, { description: "Code of the indicator, for example alone_80plus_share." })
    indicator: string,
    @Arg("areas", () => [String], {
      description: `Codes of ${seriesAreas.smallest} to ${seriesAreas.largest} areas, for example nil:30.`,
    })
    areas: string[],
    @Arg("peers", () => Int, {
      defaultValue: seriesPeers.usual,
      description: `How many peers of each, ${seriesPeers.smallest} to ${seriesPeers.largest}.`,
    })
    peers: number,
    @Arg("minimumResidents", () => Int, {
      defaultValue: rankedResidents.usual,
      description: "Areas with fewer residents in a period are not compared with; 0 leaves none out.",
    })
    minimumResidents: number,
    @Arg("residentsIndicator", () => String, {
      defaultValue: "residents",
      description: "Code of the indicator that counts residents, by year.",
    })
    residentsIndicator: string,
    @Ctx() context: Context,
  ): Promise<IndicatorSeries> {
    return makeIndicatorSeries({ indicator, areas, peers, minimumResidents, residentsIndicator }, context);
  }
}
