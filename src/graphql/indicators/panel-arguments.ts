import { Int } from "type-graphql";
import { usualResidentsIndicator } from "../../domain/indicators/series-document";
import { limits } from "../../domain/kit/limits";
import { codeOf, later, optional, required, usually } from "../kit/argument";
import { PartialDateScalar } from "../kit/scalars";

/** Arguments that several queries for indicators share. */
export const indicator = required(
  codeOf("indicator", later),
  "Code of the indicator, for example share_65plus.",
);

export const periodOrNewest = optional(
  () => PartialDateScalar,
  "Period, for example 2024; the newest one with a value that is not a forecast when absent.",
);

export const cityOfAreas = optional(
  codeOf("area", later),
  "Code of a city: restricts the areas to this city. The whole hub when absent.",
);

export const residentsIndicator = usually(
  codeOf("indicator", later),
  usualResidentsIndicator,
  "Code of the population indicator for the minimum, by year.",
);

export const minimumDenominator = usually(
  () => Int,
  limits.rankedDenominator.usual,
  "Minimum denominator of a ratio for ranks, distribution, means and goalposts; 0 includes all areas. A value without a denominator is not affected.",
);
