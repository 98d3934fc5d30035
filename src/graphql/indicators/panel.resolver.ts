import { Int } from "type-graphql";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { limits } from "../../domain/kit/limits";
import type { Area, AreaLevel } from "../../domain/places/area";
import { flatCells } from "../../queries/indicators/flat-cells";
import { makeProfile, seriesOfArea, seriesOfAreas } from "../../queries/indicators/make-cell-table";
import { type IndicatorMap, makeIndicatorMap, mapClasses } from "../../queries/indicators/make-indicator-map";
import { codesOf, optional, required, usually } from "../kit/argument";
import { fields, fieldWith, neverNull } from "../kit/declare";
import { flatOf } from "../kit/flat-table.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum, AreaType } from "../places/area.type";
import { CellTableType } from "./cell-table.type";
import { comparison } from "./comparison.input";
import { IndicatorDefinitionType } from "./indicator.type";
import { ClassMethodEnum, IndicatorMapType, ValueClassType } from "./indicator-map.type";
import { cityOfAreas, indicator } from "./panel-arguments";

const { mapClasses: classes, profileIndicators, seriesAreas } = limits;

const newestWhenAbsent = (which: string) =>
  optional(
    () => PartialDateScalar,
    `Period, for example 2024; ${which} with a value that is not a forecast when absent.`,
  );

/** Of a city with districts alone the indicators have no neighbourhoods. A map of cities is a point or two. */
const usualLevel = ({ finestLevel }: IndicatorDefinition): AreaLevel =>
  finestLevel === "CITY" ? "NEIGHBOURHOOD" : finestLevel;

fields<IndicatorDefinition>(() => IndicatorDefinitionType, {
  map: fieldWith(
    () => IndicatorMapType,
    "All areas of a level in one period, with ranks, deciles and distribution.",
    {
      level: optional(
        () => AreaLevelEnum,
        "Level of the areas; when absent the finest level of the indicator, or NEIGHBOURHOOD if that is CITY.",
      ),
      city: cityOfAreas,
      period: newestWhenAbsent("the newest of the level"),
      computed: usually(
        () => Boolean,
        false,
        "True: what no source publishes for the areas is computed from the areas within them.",
      ),
      comparison,
    },
    (of: IndicatorDefinition, { level, ...request }, context) =>
      makeIndicatorMap(of, { ...request, level: level ?? usualLevel(of) }, context),
  ),
  series: fieldWith(
    () => CellTableType,
    "Series of several areas over time, each period with its place among city, level and peers.",
    {
      areas: required(
        codesOf("area"),
        `Codes of ${seriesAreas.smallest} to ${seriesAreas.largest} areas of any levels, for example nil:30.`,
      ),
      comparison,
    },
    seriesOfAreas,
  ),
});

fields<Area>(() => AreaType, {
  profile: fieldWith(
    () => CellTableType,
    "Indicators of this area with their place among city, level and peers. Efficient in lists of areas: profiles share their reads.",
    {
      indicators: optional(
        codesOf("indicator"),
        `Codes of ${profileIndicators.smallest} to ${profileIndicators.largest} indicators; all that have an observation when absent.`,
      ),
      period: newestWhenAbsent("the newest of each indicator"),
      comparison,
    },
    makeProfile,
  ),
  series: fieldWith(
    () => CellTableType,
    "Series of one indicator in this area.",
    { indicator, comparison },
    seriesOfArea,
  ),
});

fields(() => CellTableType, { flat: flatOf(flatCells) });

fields<IndicatorMap>(() => IndicatorMapType, {
  classes: neverNull(
    fieldWith(
      () => [ValueClassType],
      "Classes of the ranked areas for colouring; empty if no area is ranked.",
      {
        count: usually(
          () => Int,
          classes.usual,
          `Number of classes, ${classes.smallest} to ${classes.largest}.`,
        ),
        method: usually(() => ClassMethodEnum, "QUANTILES", "Method of division."),
      },
      (map: IndicatorMap, { count, method }) => mapClasses(map, count, method),
      classes.largest,
    ),
  ),
  flat: flatOf(flatCells),
});
