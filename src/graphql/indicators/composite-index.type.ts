import { Field, Float, Int, ObjectType } from "type-graphql";
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
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum, AreaType } from "../places/area.type";
import { CompositeMethodEnum, DirectionEnum, MissingPolicyEnum } from "./composite-index.enum";
import { CompositeAreaValueType, CompositeValueType } from "./composite-point.type";
import { DistributionType } from "./distribution.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { CoverageType } from "./observation.type";

@ObjectType("CompositeRecipePart", {
  description: "One number of a composite index, and what it is measured by.",
  simpleResolvers: true,
})
export class CompositeRecipePartType implements Readonly<CompositeRecipeAnswer["parts"][number]> {
  @Field(() => IndicatorDefinitionType, { description: "What the number means." })
  indicator!: IndicatorDefinition;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "The part of the year that it speaks of; null where it is of the periods themselves.",
  })
  period!: string | null;

  @Field(() => Float, { description: "Its weight as given." })
  weight!: number;

  @Field(() => Float, { description: "Its share of all weights, 0 to 1." })
  share!: number;

  @Field(() => DirectionEnum, { description: "Whether more of it is good or bad." })
  polarity!: Direction;

  @Field(() => Boolean, {
    description: "True where it is turned round, because its polarity is not that of the index.",
  })
  reversed!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: "Lower goalpost: give it back as low to freeze it. Null where nothing differs.",
  })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: "Upper goalpost." })
  high!: number | null;

  @Field(() => Boolean, { description: "True where the goalposts were given and not taken from the areas." })
  frozen!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: "The value that counts as 100: that of the reference area in the reference period.",
  })
  referenceValue!: number | null;
}

@ObjectType("CompositeRecipe", {
  description: "All that it takes to make the index again. Publish it with every value.",
  simpleResolvers: true,
})
export class CompositeRecipeType implements CompositeRecipeAnswer {
  @Field(() => LocalizedTextType, { description: "What the index is, and what it is not." })
  notice!: LocalizedTextType;

  @Field(() => CompositeMethodEnum, { description: "How it is put together." })
  method!: CompositeMethod;

  @Field(() => String, { description: "The formula with its source." })
  formula!: string;

  @Field(() => Boolean, { description: "Whether values of different periods may be compared." })
  comparableOverTime!: boolean;

  @Field(() => DirectionEnum, { description: "Whether a high index is good or bad." })
  direction!: Direction;

  @Field(() => MissingPolicyEnum, { description: "What becomes of an area that lacks a part." })
  missing!: MissingPolicy;

  @Field(() => AreaLevelEnum, { description: "The level of the areas." })
  level!: AreaLevel;

  @Field(() => Int, { description: "Areas with fewer residents set no goalposts and have no rank." })
  minimumResidents!: number;

  @Field(() => AreaType, { description: "The area that is compared with." })
  referenceArea!: Area;

  @Field(() => PartialDateScalar, { description: "The base period." })
  referencePeriod!: string;

  @Field(() => [PartialDateScalar], {
    description: "The periods from whose areas goalposts were taken.",
  })
  goalpostPeriods!: string[];

  @Field(() => [CompositeRecipePartType], { description: "The numbers that it is made of." })
  parts!: CompositeRecipePartType[];
}

@ObjectType("CompositePeriod", {
  description: "A composite index over all areas of the level in one period.",
  simpleResolvers: true,
})
export class CompositePeriodType implements Readonly<CompositeAnswer["periods"][number]> {
  @Field(() => PartialDateScalar, { description: "The period." })
  period!: string;

  @Field(() => CoverageType, { description: "Areas of the level, and those of them with an index." })
  coverage!: CoverageType;

  @Field(() => Int, { description: "How many areas have a rank." })
  ranked!: number;

  @Field(() => DistributionType, {
    nullable: true,
    description: "The spread over the ranked areas; null where none is ranked.",
  })
  distribution!: DistributionType | null;
}

@ObjectType("CompositeArea", {
  description: "A composite index of one area over the periods.",
  simpleResolvers: true,
})
export class CompositeAreaType implements CompositeAreaAnswer {
  @Field(() => AreaType, { description: "The area." })
  area!: Area;

  @Field(() => [CompositeAreaValueType], { description: "By period, oldest first." })
  values!: CompositeAreaValueType[];

  @Field(() => Float, {
    nullable: true,
    description:
      "Change from the first period to the last, less that of the reference area. Null where unknown, for one period, and for MPI.",
  })
  relativeChange!: number | null;
}

@ObjectType("CompositeIndex", {
  description:
    "Several numbers put together into one, on request. It is the hub's own and no official index: call it what it is, and publish it with its recipe and its parts.",
  simpleResolvers: true,
})
export class CompositeIndexType implements Omit<CompositeAnswer, "index"> {
  @Field(() => String, { nullable: true, description: "What the request called it." })
  name!: string | null;

  @Field(() => CompositeRecipeType, { description: "How it is made." })
  recipe!: CompositeRecipeType;

  @Field(() => [CompositePeriodType], { description: "By period, oldest first." })
  periods!: CompositePeriodType[];

  @Field(() => [CompositeValueType], { description: "The reference area by period, oldest first." })
  reference!: CompositeValueType[];

  @Field(() => [CompositeAreaType], { description: "The areas asked for by name, or all, by number." })
  areas!: CompositeAreaType[];
}
