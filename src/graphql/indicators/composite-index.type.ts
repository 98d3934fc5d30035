import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type {
  CompositeAnswer,
  CompositeAreaAnswer,
  CompositeRecipeAnswer,
} from "../../queries/indicators/answer-composite-index";
import { LocalizedTextType } from "../kit/localized-text.type";
import { sourced } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum, AreaType } from "../places/area.type";
import { CompositeMethodEnum, DirectionEnum, MissingPolicyEnum } from "./composite-index.enum";
import { CompositeAreaValueType, CompositeValueType } from "./composite-point.type";
import { DistributionType } from "./distribution.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { CoverageType } from "./observation.type";

const periods = limits.compositePeriods.largest;

const CompositeRecipePartType = output<CompositeRecipeAnswer["parts"][number]>(
  "CompositeRecipePart",
  "Component of a composite index, with its weight and goalposts.",
  {
    indicator: nonNull(() => IndicatorDefinitionType, "The indicator."),
    period: nullable(
      () => PartialDateScalar,
      "Part of the year that the component covers; null if it uses the periods of the index.",
    ),
    weight: nonNull(() => Float, "Weight as given in the request."),
    share: nonNull(() => Float, "Share of the total weight, 0 to 1."),
    polarity: nonNull(() => DirectionEnum, "Meaning of a high value."),
    reversed: nonNull(
      () => Boolean,
      "True if the scale is reversed because the polarity differs from the direction of the index.",
    ),
    low: nullable(
      () => Float,
      "Lower goalpost; send it as `low` to freeze it. Null if all values are equal.",
    ),
    high: nullable(() => Float, "Upper goalpost; null if all values are equal."),
    frozen: nonNull(
      () => Boolean,
      "True if the goalposts were given in the request, false if they were computed from the areas.",
    ),
    referenceValue: nullable(
      () => Float,
      "Value that corresponds to 100: the value of the reference area in the reference period.",
    ),
  },
);

const CompositeRecipeType = output<CompositeRecipeAnswer>(
  "CompositeRecipe",
  "All parameters needed to reproduce the index. Publish them with every value.",
  {
    note: nonNull(() => LocalizedTextType, "Meaning and limitations of the index."),
    method: nonNull(() => CompositeMethodEnum, "Method of combination."),
    formula: nonNull(() => String, "Formula with its source."),
    comparableOverTime: nonNull(() => Boolean, "True if values of different periods are comparable."),
    direction: nonNull(() => DirectionEnum, "Meaning of a high index."),
    missing: nonNull(() => MissingPolicyEnum, "Treatment of areas with missing components."),
    level: nonNull(() => AreaLevelEnum, "Level of the areas."),
    minimumResidents: nonNull(
      () => Int,
      "Minimum number of residents. Areas with fewer residents set no goalposts and are not ranked.",
    ),
    minimumDenominator: nonNull(
      () => Int,
      "Minimum denominator of each component. Areas with a smaller one set no goalposts and are not ranked.",
    ),
    referenceArea: nonNull(() => AreaType, "Reference area."),
    referencePeriod: nonNull(() => PartialDateScalar, "Reference period."),
    goalpostPeriods: nonNull(
      () => [PartialDateScalar],
      "Periods from which the goalposts were computed.",
      periods + 1,
    ),
    parts: nonNull(
      () => [CompositeRecipePartType],
      "Components of the index.",
      limits.compositeParts.largest,
    ),
  },
);

const CompositePeriodType = output<CompositeAnswer["periods"][number]>(
  "CompositePeriod",
  "Composite index of all areas of the level in one period.",
  {
    period: nonNull(() => PartialDateScalar, "The period."),
    coverage: nonNull(() => CoverageType, "Number of areas of the level, and of those with an index."),
    ranked: nonNull(() => Int, "Number of ranked areas."),
    distribution: nullable(
      () => DistributionType,
      "Distribution over the ranked areas; null if no area is ranked.",
    ),
  },
);

const CompositeAreaType = output<CompositeAreaAnswer>(
  "CompositeArea",
  "Composite index of one area by period.",
  {
    area: nonNull(() => AreaType, "The area."),
    values: nonNull(() => [CompositeAreaValueType], "Results by period, oldest first.", periods),
    relativeChange: nullable(
      () => Float,
      "Change from the first to the last period, minus that of the reference area. Null if unknown, for a single period and for MPI.",
    ),
  },
);

export const CompositeIndexType = sourced<CompositeAnswer, "index" | "sourceCodes">(
  "CompositeIndex",
  "Composite index of several indicators, computed on request. It is not an official index: publish it with its recipe and its components.",
  {
    name: nullable(() => String, "Name given in the request."),
    recipe: nonNull(() => CompositeRecipeType, "Recipe: all parameters needed to reproduce the index."),
    periods: nonNull(() => [CompositePeriodType], "Results over all areas by period, oldest first.", periods),
    reference: nonNull(
      () => [CompositeValueType],
      "Values of the reference area by period, oldest first.",
      periods,
    ),
    areas: nonNull(
      () => [CompositeAreaType],
      "Requested areas, or all areas, by area number.",
      limits.mapAreas,
    ),
  },
);
