import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Distribution } from "../../domain/statistics/quantiles";

@ObjectType("Distribution", {
  description: "The spread of a number over areas. Each area counts once, whatever its size.",
  simpleResolvers: true,
})
export class DistributionType implements Distribution {
  @Field(() => Int, { description: "How many areas it is made of." })
  count!: number;

  @Field(() => Float, {
    description: "The unweighted mean of the areas. It is not the value of the city, which weighs people.",
  })
  mean!: number;

  @Field(() => Float, { description: "The lowest value." })
  min!: number;

  @Field(() => Float, { description: "A quarter of the areas lies below (interpolated, type 7)." })
  firstQuartile!: number;

  @Field(() => Float, { description: "Half of the areas lies below (interpolated, type 7)." })
  median!: number;

  @Field(() => Float, { description: "Three quarters of the areas lie below (interpolated, type 7)." })
  thirdQuartile!: number;

  @Field(() => Float, { description: "The highest value." })
  max!: number;
}
