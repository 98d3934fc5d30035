import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { LevelCoverage } from "../../domain/indicators/indicator-coverage";
import { limits } from "../../domain/kit/limits";
import { levelsOf, newestPeriodOf, periodsOf } from "../../queries/indicators/coverage-of-indicator";
import { field, fields } from "../kit/declare";
import { nonNull, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { CoverageType } from "./observation.type";

const LevelCoverageType = output<LevelCoverage, "counted">(
  "LevelCoverage",
  "Periods and areas of one level with values of an indicator.",
  {
    level: nonNull(() => AreaLevelEnum, "Level of the areas."),
    periods: nonNull(
      () => [PartialDateScalar],
      "Periods with a value in any area of the level, oldest first.",
      limits.seriesObservations,
    ),
    newestPeriod: nonNull(
      () => PartialDateScalar,
      "The newest of these periods with a value that is not a forecast; the newest forecast if there is nothing else.",
    ),
    coverage: nonNull(
      () => CoverageType,
      "Number of areas of the level in the hub, and of those with a value in the newest period.",
    ),
  },
);

fields<IndicatorDefinition>(() => IndicatorDefinitionType, {
  periods: field(
    () => [PartialDateScalar],
    "Periods with a value in any area, oldest first; empty without values. As of the last import.",
    periodsOf,
    limits.seriesObservations,
  ),
  newestPeriod: field(
    () => PartialDateScalar,
    "The newest of the periods with a value that is not a forecast; null without one. Single areas may lack a value in it.",
    newestPeriodOf,
  ),
  levels: field(
    () => [LevelCoverageType],
    "Levels with values, from the city down, with their periods and coverage; empty without values.",
    levelsOf,
    Object.keys(AreaLevelEnum).length,
  ),
});
