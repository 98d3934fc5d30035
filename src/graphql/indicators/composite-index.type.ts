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

@Output("CompositeRecipePart", "One number of a composite index, and what it is measured by.")
export class CompositeRecipePartType implements Readonly<CompositeRecipeAnswer["parts"][number]> {
  @NonNull(() => IndicatorDefinitionType, "What the number means.")
  indicator!: IndicatorDefinition;

  @Nullable(
    () => PartialDateScalar,
    "The part of the year that it speaks of; null where it is of the periods themselves.",
  )
  period!: string | null;

  @NonNull(() => Float, "Its weight as given.")
  weight!: number;

  @NonNull(() => Float, "Its share of all weights, 0 to 1.")
  share!: number;

  @NonNull(() => DirectionEnum, "Whether more of it is good or bad.")
  polarity!: Direction;

  @NonNull(() => Boolean, "True where it is turned round, because its polarity is not that of the index.")
  reversed!: boolean;

  @Nullable(() => Float, "Lower goalpost: give it back as low to freeze it. Null where nothing differs.")
  low!: number | null;

  @Nullable(() => Float, "Upper goalpost.")
  high!: number | null;

  @NonNull(() => Boolean, "True where the goalposts were given and not taken from the areas.")
  frozen!: boolean;

  @Nullable(() => Float, "The value that counts as 100: that of the reference area in the reference period.")
  referenceValue!: number | null;
}

@Output("CompositeRecipe", "All that it takes to make the index again. Publish it with every value.")
export class CompositeRecipeType implements CompositeRecipeAnswer {
  @NonNull(() => LocalizedTextType, "What the index is, and what it is not.")
  notice!: LocalizedTextType;

  @NonNull(() => CompositeMethodEnum, "How it is put together.")
  method!: CompositeMethod;

  @NonNull(() => String, "The formula with its source.")
  formula!: string;

  @NonNull(() => Boolean, "Whether values of different periods may be compared.")
  comparableOverTime!: boolean;

  @NonNull(() => DirectionEnum, "Whether a high index is good or bad.")
  direction!: Direction;

  @NonNull(() => MissingPolicyEnum, "What becomes of an area that lacks a part.")
  missing!: MissingPolicy;

  @NonNull(() => AreaLevelEnum, "The level of the areas.")
  level!: AreaLevel;

  @NonNull(() => Int, "Areas with fewer residents set no goalposts and have no rank.")
  minimumResidents!: number;

  @NonNull(() => AreaType, "The area that is compared with.")
  referenceArea!: Area;

  @NonNull(() => PartialDateScalar, "The base period.")
  referencePeriod!: string;

  @NonNull(() => [PartialDateScalar], "The periods from whose areas goalposts were taken.")
  goalpostPeriods!: string[];

  @NonNull(() => [CompositeRecipePartType], "The numbers that it is made of.")
  parts!: CompositeRecipePartType[];
}

@Output("CompositePeriod", "A composite index over all areas of the level in one period.")
export class CompositePeriodType implements Readonly<CompositeAnswer["periods"][number]> {
  @NonNull(() => PartialDateScalar, "The period.")
  period!: string;

  @NonNull(() => CoverageType, "Areas of the level, and those of them with an index.")
  coverage!: CoverageType;

  @NonNull(() => Int, "How many areas have a rank.")
  ranked!: number;

  @Nullable(() => DistributionType, "The spread over the ranked areas; null where none is ranked.")
  distribution!: DistributionType | null;
}

@Output("CompositeArea", "A composite index of one area over the periods.")
export class CompositeAreaType implements CompositeAreaAnswer {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @NonNull(() => [CompositeAreaValueType], "By period, oldest first.")
  values!: CompositeAreaValueType[];

  @Nullable(
    () => Float,
    "Change from the first period to the last, less that of the reference area. Null where unknown, for one period, and for MPI.",
  )
  relativeChange!: number | null;
}

@Output(
  "CompositeIndex",
  "Several numbers put together into one, on request. It is the hub's own and no official index: call it what it is, and publish it with its recipe and its parts.",
)
export class CompositeIndexType implements Omit<CompositeAnswer, "index"> {
  @Nullable(() => String, "What the request called it.")
  name!: string | null;

  @NonNull(() => CompositeRecipeType, "How it is made.")
  recipe!: CompositeRecipeType;

  @NonNull(() => [CompositePeriodType], "By period, oldest first.")
  periods!: CompositePeriodType[];

  @NonNull(() => [CompositeValueType], "The reference area by period, oldest first.")
  reference!: CompositeValueType[];

  @NonNull(() => [CompositeAreaType], "The areas asked for by name, or all, by number.")
  areas!: CompositeAreaType[];
}
