import { Float, Int } from "type-graphql";
import type { Distribution } from "../../domain/statistics/quantiles";
import { NonNull, Output } from "../kit/decorators";

@Output("Distribution", "The spread of a number over areas. Each area counts once, whatever its size.")
export class DistributionType implements Distribution {
  @NonNull(() => Int, "How many areas it is made of.")
  count!: number;

  @NonNull(
    () => Float,
    "The unweighted mean of the areas. It is not the value of the city, which weighs people.",
  )
  mean!: number;

  @NonNull(() => Float, "The lowest value.")
  min!: number;

  @NonNull(() => Float, "A quarter of the areas lies below (interpolated, type 7).")
  firstQuartile!: number;

  @NonNull(() => Float, "Half of the areas lies below (interpolated, type 7).")
  median!: number;

  @NonNull(() => Float, "Three quarters of the areas lie below (interpolated, type 7).")
  thirdQuartile!: number;

  @NonNull(() => Float, "The highest value.")
  max!: number;
}
