import { Float, Int } from "type-graphql";
import type { Distribution } from "../../domain/statistics/quantiles";
import { nonNull, output } from "../kit/output";

export const DistributionType = output<Distribution>(
  "Distribution",
  "Distribution of values over areas. Each area counts once, regardless of its size.",
  {
    count: nonNull(() => Int, "Number of areas."),
    mean: nonNull(
      () => Float,
      "Unweighted mean of the areas. It differs from the value of the city, which is weighted by people.",
    ),
    min: nonNull(() => Float, "Lowest value."),
    firstQuartile: nonNull(() => Float, "First quartile (interpolated, type 7)."),
    median: nonNull(() => Float, "Median (interpolated, type 7)."),
    thirdQuartile: nonNull(() => Float, "Third quartile (interpolated, type 7)."),
    max: nonNull(() => Float, "Highest value."),
  },
);
