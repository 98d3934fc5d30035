import { Float, Int } from "type-graphql";
import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import type { MissingPolicy } from "../../domain/indicators/composite/composite-recipe";
import type { Direction } from "../../domain/indicators/composite/imbalance-penalty";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Area, AreaLevel } from "../../domain/places/area";
import type {
  CompositeAnswer,
  CompositeAreaAnswer,
  CompositeRecipeAnswer,
} from "../../queries/indicators/answer-composite-index";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum, AreaType } from "../places/area.type";
import { CompositeMethodEnum, DirectionEnum, MissingPolicyEnum } from "./composite-index.enum";
import { CompositeAreaValueType, CompositeValueType } from "./composite-point.type";
import { DistributionType } from "./distribution.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { CoverageType } from "./observation.type";

@Output("CompositeRecipePart", "Component of a composite index, with its weight and goalposts.")
export class CompositeRecipePartType implements Readonly<CompositeRecipeAnswer["parts"][number]> {
  @NonNull(() => IndicatorDefinitionType, "The indicator.")
  indicator!: IndicatorDefinition;

  @Nullable(
    () => PartialDateScalar,
    "Part of the year that the component covers; null if it uses the periods of the index.",
  )
  period!: string | null;

  @NonNull(() => Float, "Weight as given in the request.")
  weight!: number;

  @NonNull(() => Float, "Share of the total weight, 0 to 1.")
  share!: number;

  @NonNull(() => DirectionEnum, "Meaning of a high value.")
  polarity!: Direction;

  @NonNull(
    () => Boolean,
    "True if the scale is reversed because the polarity differs from the direction of the index.",
  )
  reversed!: boolean;

  @Nullable(() => Float, "Lower goalpost; send it as `low` to freeze it. Null if all values are equal.")
  low!: number | null;

  @Nullable(() => Float, "Upper goalpost; null if all values are equal.")
  high!: number | null;

  @NonNull(
    () => Boolean,
    "True if the goalposts were given in the request, false if they were computed from the areas.",
  )
  frozen!: boolean;

  @Nullable(
    () => Float,
    "Value that corresponds to 100: the value of the reference area in the reference period.",
  )
  referenceValue!: number | null;
}

@Output("CompositeRecipe", "All parameters needed to reproduce the index. Publish them with every value.")
export class CompositeRecipeType implements CompositeRecipeAnswer {
  @NonNull(() => LocalizedTextType, "Meaning and limitations of the index.")
  notice!: LocalizedTextType;

  @NonNull(() => CompositeMethodEnum, "Method of combination.")
  method!: CompositeMethod;

  @NonNull(() => String, "Formula with its source.")
  formula!: string;

  @NonNull(() => Boolean, "True if values of different periods are comparable.")
  comparableOverTime!: boolean;

  @NonNull(() => DirectionEnum, "Meaning of a high index.")
  direction!: Direction;

  @NonNull(() => MissingPolicyEnum, "Treatment of areas with missing components.")
  missing!: MissingPolicy;

  @NonNull(() => AreaLevelEnum, "Level of the areas.")
  level!: AreaLevel;

  @NonNull(
    () => Int,
    "Minimum number of residents. Areas with fewer residents set no goalposts and are not ranked.",
  )
  minimumResidents!: number;

  @NonNull(() => AreaType, "Reference area.")
  referenceArea!: Area;

  @NonNull(() => PartialDateScalar, "Reference period.")
  referencePeriod!: string;

  @NonNull(() => [PartialDateScalar], "Periods from which the goalposts were computed.")
  goalpostPeriods!: string[];

  @NonNull(() => [CompositeRecipePartType], "Components of the index.")
  parts!: CompositeRecipePartType[];
}

@Output("CompositePeriod", "Composite index of all areas of the level in one period.")
export class CompositePeriodType implements Readonly<CompositeAnswer["periods"][number]> {
  @NonNull(() => PartialDateScalar, "The period.")
  period!: string;

  @NonNull(() => CoverageType, "Number of areas of the level, and of those with an index.")
  coverage!: CoverageType;

  @NonNull(() => Int, "Number of ranked areas.")
  ranked!: number;

  @Nullable(() => DistributionType, "Distribution over the ranked areas; null if no area is ranked.")
  distribution!: DistributionType | null;
}

@Output("CompositeArea", "Composite index of one area by period.")
export class CompositeAreaType implements CompositeAreaAnswer {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @NonNull(() => [CompositeAreaValueType], "Results by period, oldest first.")
  values!: CompositeAreaValueType[];

  @Nullable(
    () => Float,
    "Change from the first to the last period, minus that of the reference area. Null if unknown, for a single period and for MPI.",
  )
  relativeChange!: number | null;
}

@Output(
  "CompositeIndex",
  "Composite index of several indicators, computed on request. It is not an official index: publish it with its recipe and its components.",
)
export class CompositeIndexType implements Omit<CompositeAnswer, "index"> {
  @Nullable(() => String, "Name given in the request.")
  name!: string | null;

  @NonNull(() => CompositeRecipeType, "Recipe: all parameters needed to reproduce the index.")
  recipe!: CompositeRecipeType;

  @NonNull(() => [CompositePeriodType], "Results by period, oldest first.")
  periods!: CompositePeriodType[];

  @NonNull(() => [CompositeValueType], "Values of the reference area by period, oldest first.")
  reference!: CompositeValueType[];

  @NonNull(() => [CompositeAreaType], "Requested areas, or all areas, by area number.")
  areas!: CompositeAreaType[];
}
