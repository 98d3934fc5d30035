import { Float, Int } from "type-graphql";
import type { Distribution } from "../../domain/statistics/quantiles";
import { NonNull, Output } from "../kit/decorators";

@Output("Distribution", "Distribution of values over areas. Each area counts once, regardless of its size.")
export class DistributionType implements Distribution {
  @NonNull(() => Int, "Number of areas.")
  count!: number;

  @NonNull(
    () => Float,
    "Unweighted mean of the areas. It differs from the value of the city, which is weighted by people.",
  )
  mean!: number;

  @NonNull(() => Float, "Lowest value.")
  min!: number;

  @NonNull(() => Float, "First quartile (interpolated, type 7).")
  firstQuartile!: number;

  @NonNull(() => Float, "Median (interpolated, type 7).")
  median!: number;

  @NonNull(() => Float, "Third quartile (interpolated, type 7).")
  thirdQuartile!: number;

  @NonNull(() => Float, "Highest value.")
  max!: number;
}
