import { Field, Float, Int, ObjectType } from "type-graphql";
import type { ProfilePoint } from "../../domain/indicators/area-profile";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { ProfileAnswer } from "../../queries/indicators/find-area-profile";
import { AreaType } from "../places/area.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { MapExclusionEnum } from "./indicator-map.type";
import { ChangeType } from "./indicator-series.type";
import { ObservationType } from "./observation.type";

@ObjectType("AreaProfilePoint", {
  description: "A number of an area in one period, beside the city and the other areas of its level.",
  simpleResolvers: true,
})
export class AreaProfilePointType implements ProfilePoint {
  @Field(() => ObservationType, { description: "The number with period, status and source." })
  observation!: ProfilePoint["observation"];

  @Field(() => Int, {
    nullable: true,
    description:
      "Rank among the areas of its level in its city: 1 is the highest value, equal values share one. Null where not ranked, and for a city.",
  })
  rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Tenth: 1 holds the lowest values, 10 the highest. Null where not ranked, or below ten areas.",
  })
  decile!: number | null;

  @Field(() => Int, { description: "How many areas are ranked; 0 for a city." })
  ranked!: number;

  @Field(() => MapExclusionEnum, { nullable: true, description: "Why it has no rank; null for a city too." })
  exclusion!: ProfilePoint["exclusion"];

  @Field(() => Float, {
    nullable: true,
    description: "The unweighted mean of the ranked areas of its level; null without any, and for a city.",
  })
  levelMean!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The number of the city itself, which is not that mean; null where there is none.",
  })
  cityValue!: number | null;

  @Field(() => ChangeType, {
    nullable: true,
    description:
      "Since the point before; null for the first point, where the series changes its base, and where one of the two has no value.",
  })
  change!: ChangeType | null;
}

@ObjectType("AreaProfileSeries", {
  description: "One indicator of an area.",
  simpleResolvers: true,
})
export class AreaProfileSeriesType implements Readonly<ProfileAnswer["series"][number]> {
  @Field(() => IndicatorDefinitionType, { description: "What the number means." })
  indicator!: IndicatorDefinition;

  @Field(() => AreaProfilePointType, {
    nullable: true,
    description: "The period that was asked, or the newest one; null where nothing is known of that period.",
  })
  point!: AreaProfilePointType | null;

  @Field(() => [AreaProfilePointType], { description: "All periods, oldest first." })
  points!: readonly AreaProfilePointType[];
}

@ObjectType("AreaProfile", {
  description: "What is known in numbers of one area.",
  simpleResolvers: true,
})
export class AreaProfileType implements ProfileAnswer {
  @Field(() => AreaType, { description: "The area." })
  area!: ProfileAnswer["area"];

  @Field(() => [AreaProfileSeriesType], {
    description: "One for each indicator with a number of the area, by code, or in the order asked.",
  })
  series!: AreaProfileSeriesType[];

  @Field(() => Int, { description: "Areas with fewer residents are left out of ranks and means." })
  minimumResidents!: number;

  @Field(() => String, { description: "How ranks, deciles and means are made." })
  method!: string;
}
