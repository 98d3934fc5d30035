import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { makeIndicatorSeries } from "../../queries/indicators/make-indicator-series";
import { required, usually } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { IndicatorSeriesType } from "./indicator-series.type";
import { residentsIndicator } from "./panel-arguments";

const { seriesAreas, seriesPeers, rankedResidents } = limits;

queries({
  indicatorSeries: operation(
    () => IndicatorSeriesType,
    "Series of one indicator for several areas over time: change, rank and breaks, compared with city, areas of the level and peers.",
    {
      indicator: required(() => String, "Code of the indicator, for example alone_80plus_share."),
      areas: required(
        () => [String],
        `Codes of ${seriesAreas.smallest} to ${seriesAreas.largest} areas, for example nil:30.`,
      ),
      peers: usually(
        () => Int,
        seriesPeers.usual,
        `Number of peers of each area, ${seriesPeers.smallest} to ${seriesPeers.largest}.`,
      ),
      minimumResidents: usually(
        () => Int,
        rankedResidents.usual,
        "Minimum number of residents in a period for comparisons; 0 includes all areas.",
      ),
      residentsIndicator,
    },
    makeIndicatorSeries,
  ),
});
