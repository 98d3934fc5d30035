import { Float, Int } from "type-graphql";
import type { CompositePartValue } from "../../domain/indicators/composite/composite-value";
import type { Observation, ObservationStatus } from "../../domain/indicators/observation";
import type { MapExclusion } from "../../domain/indicators/ranking";
import type { CompositeAnswer, CompositeAreaAnswer } from "../../queries/indicators/answer-composite-index";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { MapExclusionEnum } from "./indicator-map.type";
import { ObservationStatusEnum, ObservationType } from "./observation.type";

type Point = CompositeAnswer["reference"][number];

@Output("CompositePartValue", "Contribution of one component to the index of an area.")
export class CompositePartValueType implements CompositePartValue {
  @NonNull(() => String, "Code of the indicator.")
  indicator!: string;

  @Nullable(
    () => ObservationType,
    "Observation with its components, status and sources; null if the hub has none.",
  )
  observation!: Observation | null;

  @Nullable(() => Float, "Value of the component; null if unknown.")
  value!: number | null;

  @Nullable(
    () => Float,
    "Value on the common scale, reversed if its polarity differs from the direction of the index.",
  )
  normalised!: number | null;

  @Nullable(() => Float, "Share of the total weight, 0 to 1; null if the component is not in the index.")
  share!: number | null;

  @Nullable(() => Float, "Share times normalised value. The contributions sum to the mean.")
  contribution!: number | null;
}

@Output("CompositeValue", "Composite index in one period: value = mean + penalty.")
export class CompositeValueType implements Point {
  @NonNull(() => PartialDateScalar, "The period.")
  period!: string;

  @Nullable(() => Float, "Index at full precision; null with a note.")
  value!: number | null;

  @Nullable(
    () => Float,
    "Value rounded to 1 decimal for indices centred on 100, 2 for z-scores and 3 for min-max.",
  )
  roundedValue!: number | null;

  @Nullable(() => Float, "Weighted mean of the normalised components.")
  mean!: number | null;

  @Nullable(
    () => Float,
    "Penalty for imbalance among the components: value minus mean; 0 for methods without a penalty.",
  )
  penalty!: number | null;

  @NonNull(
    () => ObservationStatusEnum,
    "Status of the weakest component; ESTIMATED if components are missing and the others were used alone.",
  )
  status!: ObservationStatus;

  @Nullable(
    () => LocalizedTextType,
    "Reason for a missing value, or the components that are missing from it.",
  )
  note!: LocalizedTextType | null;

  @NonNull(() => [CompositePartValueType], "Components in the order of the recipe.")
  parts!: CompositePartValueType[];
}

@Output("CompositeAreaValue", "Composite index of one area in one period, with its rank.")
export class CompositeAreaValueType
  extends CompositeValueType
  implements Readonly<CompositeAreaAnswer["values"][number]>
{
  @Nullable(
    () => Int,
    "Rank among all areas of the level (1 = highest index); ties share the smallest rank. Null if excluded. Do not show the rank without the components.",
  )
  rank!: number | null;

  @Nullable(() => Float, "Number of residents used for the minimum; null if unknown or without a minimum.")
  residents!: number | null;

  @Nullable(() => MapExclusionEnum, "Reason why the area is not ranked; null for a ranked area.")
  exclusion!: MapExclusion | null;

  @Nullable(() => LocalizedTextType, "Reason in words.")
  reason!: LocalizedTextType | null;
}
