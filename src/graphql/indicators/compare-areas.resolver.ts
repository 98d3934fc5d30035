import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { flatComparison } from "../../queries/indicators/flat-comparison";
import { type AnsweredCell, makeComparison } from "../../queries/indicators/make-comparison";
import { required, usually } from "../kit/argument";
import { field, fields, operation, queries } from "../kit/declare";
import { flatOf } from "../kit/flat-table.type";
import { AreaComparisonCellType, AreaComparisonType, StandingType } from "./compare-areas.type";
import { period, residentsIndicator } from "./panel-arguments";

const { comparedAreas, comparedIndicators, rankedResidents } = limits;

queries({
  compareAreas: operation(
    () => AreaComparisonType,
    "Values of several indicators for several areas in one period, with city value, rank and decile.",
    {
      areas: required(
        () => [String],
        `Codes of ${comparedAreas.smallest} to ${comparedAreas.largest} areas, for example nil:30.`,
      ),
      indicators: required(
        () => [String],
        `Codes of ${comparedIndicators.smallest} to ${comparedIndicators.largest} indicators.`,
      ),
      period,
      minimumResidents: usually(
        () => Int,
        rankedResidents.usual,
        "Minimum number of residents for ranks; 0 ranks all areas.",
      ),
      residentsIndicator,
    },
    makeComparison,
  ),
});

fields(() => AreaComparisonType, { flat: flatOf(flatComparison) });

fields<AnsweredCell>(() => AreaComparisonCellType, {
  standing: field(
    () => StandingType,
    "Rank and decile among all areas of the same level and city, as in indicatorMap.",
    ({ standing }) => standing(),
  ),
});
