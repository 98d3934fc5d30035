import { Float, Int } from "type-graphql";
import type { CompositePartValue } from "../../domain/indicators/composite/composite-value";
import { limits } from "../../domain/kit/limits";
import type { CompositeAnswer, CompositeAreaAnswer } from "../../queries/indicators/answer-composite-index";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { RankExclusionEnum } from "./indicator-cell.type";
import { ObservationStatusEnum, ObservationType } from "./observation.type";

type Point = CompositeAnswer["reference"][number];

const CompositePartValueType = output<CompositePartValue>(
  "CompositePartValue",
  "Contribution of one component to the index of an area.",
  {
    indicator: nonNull(() => String, "Code of the indicator."),
    observation: nullable(
      () => ObservationType,
      "Observation with its components, status and sources; null if the hub has none.",
    ),
    value: nullable(() => Float, "Value of the component; null if unknown."),
    normalised: nullable(
      () => Float,
      "Value on the common scale, reversed if its polarity differs from the direction of the index.",
    ),
    share: nullable(
      () => Float,
      "Share of the total weight, 0 to 1; null if the component is not in the index.",
    ),
    contribution: nullable(() => Float, "Share times normalised value. The contributions sum to the mean."),
  },
);

const compositeValue = {
  period: nonNull(() => PartialDateScalar, "The period."),
  value: nullable(() => Float, "Index at full precision; null with a note."),
  roundedValue: nullable(
    () => Float,
    "Value rounded to 1 decimal for indices centred on 100, 2 for z-scores and 3 for min-max.",
  ),
  mean: nullable(() => Float, "Weighted mean of the normalised components."),
  penalty: nullable(
    () => Float,
    "Penalty for imbalance among the components: value minus mean; 0 for methods without a penalty.",
  ),
  status: nonNull(
    () => ObservationStatusEnum,
    "Status of the weakest component; ESTIMATED if components are missing and the others were used alone.",
  ),
  note: nullable(
    () => LocalizedTextType,
    "Reason for a missing value, or the components that are missing from it.",
  ),
  parts: nonNull(
    () => [CompositePartValueType],
    "Components in the order of the recipe.",
    limits.compositeParts.largest,
  ),
};

export const CompositeValueType = output<Point>(
  "CompositeValue",
  "Composite index in one period: value = mean + penalty.",
  compositeValue,
);

export const CompositeAreaValueType = output<CompositeAreaAnswer["values"][number]>(
  "CompositeAreaValue",
  "Composite index of one area in one period, with its rank.",
  {
    ...compositeValue,
    rank: nullable(
      () => Int,
      "Rank among all areas of the level (1 = highest index); ties share the smallest rank. Null if excluded. Do not show the rank without the components.",
    ),
    residents: nullable(
      () => Float,
      "Number of residents used for the minimum; null if unknown or without a minimum.",
    ),
    exclusion: nullable(
      () => RankExclusionEnum,
      "Reason why the area is not ranked; null for a ranked area.",
    ),
    reason: nullable(() => LocalizedTextType, "Reason in words."),
  },
);
