import { Field, Float, Int, ObjectType } from "type-graphql";
import type { AreaSeries, SeriesPoint } from "../../domain/indicators/indicator-series";
import type { Change } from "../../domain/statistics/change";
import type { IndicatorSeries } from "../../queries/indicators/make-indicator-series";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { DistributionType } from "./distribution.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { CoverageType, ObservationType } from "./observation.type";

@ObjectType("ValueChange", { description: "What a number did between two periods.", simpleResolvers: true })
export class ChangeType implements Change {
  @Field(() => PartialDateScalar, { description: "The period from which." })
  fromPeriod!: string;

  @Field(() => PartialDateScalar, { description: "The period to which." })
  toPeriod!: string;

  @Field(() => Float, {
    description: "Later less earlier, in the unit of the number: percentage points for a percentage.",
  })
  absolute!: number;

  @Field(() => Float, {
    nullable: true,
    description: "The same as a share of the earlier value: 0.1 is a tenth more. Null from 0.",
  })
  relative!: number | null;
}

@ObjectType("SeriesPoint", {
  description: "One period of a series, beside the city, the other areas of its level, and its peers.",
  simpleResolvers: true,
})
class SeriesPointType implements SeriesPoint {
  @Field(() => ObservationType, { description: "The number of the area." })
  observation!: SeriesPoint["observation"];

  @Field(() => ChangeType, { nullable: true, description: "Since the point before; null with a reason." })
  change!: ChangeType | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "Why there is no change to tell." })
  noChange!: LocalizedTextType | null;

  @Field(() => Boolean, {
    description: "True where the series changes its base: draw no line from the point before.",
  })
  isBreak!: boolean;

  @Field(() => Boolean, {
    description: "True where the number comes from other sources than the point before.",
  })
  sourceChanged!: boolean;

  @Field(() => ObservationType, {
    nullable: true,
    description: "The number of the city itself; null where there is none.",
  })
  city!: SeriesPoint["city"];

  @Field(() => DistributionType, {
    nullable: true,
    description: "The spread over the ranked areas of its level in this period; null where none is ranked.",
  })
  level!: DistributionType | null;

  @Field(() => CoverageType, { description: "Areas of its level, and those of them that are ranked." })
  coverage!: CoverageType;

  @Field(() => Int, {
    nullable: true,
    description:
      "Its rank among them: 1 is the highest value, equal values share one. Null where not ranked.",
  })
  rank!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The unweighted mean of its peers; null without any value.",
  })
  peersMean!: number | null;

  @Field(() => CoverageType, { description: "How many peers it has, and how many of them have a value." })
  peersCoverage!: CoverageType;
}

@ObjectType("SeriesComparison", {
  description: "From the first value of an area to its last, beside what happened elsewhere.",
  simpleResolvers: true,
})
class SeriesComparisonType implements NonNullable<AreaSeries["comparison"]> {
  @Field(() => ChangeType, { description: "The area." })
  change!: ChangeType;

  @Field(() => ChangeType, { nullable: true, description: "The city itself; null where a value is unknown." })
  city!: ChangeType | null;

  @Field(() => ChangeType, {
    nullable: true,
    description: "The mean of the areas of its level that are ranked in both periods.",
  })
  levelMean!: ChangeType | null;

  @Field(() => ChangeType, {
    nullable: true,
    description: "The mean of its peers that are ranked in both periods.",
  })
  peersMean!: ChangeType | null;
}

@ObjectType("AreaSeries", { description: "A number of one area over the years.", simpleResolvers: true })
class AreaSeriesType implements AreaSeries {
  @Field(() => AreaType, { description: "The area." })
  area!: AreaSeries["area"];

  @Field(() => [SeriesPointType], { description: "By period, oldest first; empty where nothing is known." })
  points!: AreaSeries["points"];

  @Field(() => [AreaType], {
    description:
      "The areas of its level and city whose value was nearest to its own in its first period with one: where they went is what might have been expected of it.",
  })
  peers!: AreaSeries["peers"];

  @Field(() => SeriesComparisonType, {
    nullable: true,
    description: "From the first value to the last, beside city, level and peers; null with a reason.",
  })
  comparison!: SeriesComparisonType | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "Why there is no comparison." })
  noComparison!: LocalizedTextType | null;
}

@ObjectType("IndicatorSeries", {
  description: "A number of some areas over the years.",
  simpleResolvers: true,
})
export class IndicatorSeriesType implements IndicatorSeries {
  @Field(() => IndicatorDefinitionType, { description: "What the number means." })
  indicator!: IndicatorSeries["indicator"];

  @Field(() => [AreaSeriesType], { description: "One for each area, in the order asked." })
  series!: IndicatorSeries["series"];

  @Field(() => Int, { description: "Areas with fewer residents in a period are not compared with." })
  minimumResidents!: number;

  @Field(() => Int, { description: "How many peers were asked for." })
  peers!: number;

  @Field(() => String, { description: "How it is made." })
  method!: string;
}
