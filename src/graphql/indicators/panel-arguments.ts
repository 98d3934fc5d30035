import { usualResidentsIndicator } from "../../domain/indicators/series-document";
import { optional, required, usually } from "../kit/argument";
import { PartialDateScalar } from "../kit/scalars";

/** Arguments that several queries for indicators share. */
export const indicator = required(() => String, "Code of the indicator, for example share_65plus.");

export const period = required(() => PartialDateScalar, "Period, for example 2024.");

export const cityOfAreas = optional(
  () => String,
  "Code of a city: restricts the areas to this city. The whole hub when absent.",
);

export const residentsIndicator = usually(
  () => String,
  usualResidentsIndicator,
  "Code of the population indicator for the minimum, by year.",
);
