import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { makeIndicatorSeries } from "../../queries/indicators/make-indicator-series";
import { required, usually } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { IndicatorSeriesType } from "./indicator-series.type";

const { seriesAreas, seriesPeers, rankedResidents } = limits;

queries({
  indicatorSeries: operation(
    () => IndicatorSeriesType,
    "A number of some areas over the years: change, rank, breaks, beside the city, the areas of the same level, and peers.",
    {
      indicator: required(() => String, "Code of the indicator, for example alone_80plus_share."),
      areas: required(
        () => [String],
        `Codes of ${seriesAreas.smallest} to ${seriesAreas.largest} areas, for example nil:30.`,
      ),
      peers: usually(
        () => Int,
        seriesPeers.usual,
        `How many peers of each, ${seriesPeers.smallest} to ${seriesPeers.largest}.`,
      ),
      minimumResidents: usually(
        () => Int,
        rankedResidents.usual,
        "Areas with fewer residents in a period are not compared with; 0 leaves none out.",
      ),
      residentsIndicator: usually(
        () => String,
        "residents",
        "Code of the indicator that counts residents, by year.",
      ),
    },
    makeIndicatorSeries,
  ),
});
