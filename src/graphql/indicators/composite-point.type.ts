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

@Output("CompositePartValue", "What one number brings to the index of an area.")
export class CompositePartValueType implements CompositePartValue {
  @NonNull(() => String, "Code of the indicator.")
  indicator!: string;

  @Nullable(
    () => ObservationType,
    "The number with its parts, status and sources; null where the hub has none.",
  )
  observation!: Observation | null;

  @Nullable(() => Float, "The number itself; null where unknown.")
  value!: number | null;

  @Nullable(
    () => Float,
    "The number on the common scale, turned round where its polarity is not that of the index.",
  )
  normalised!: number | null;

  @Nullable(() => Float, "Its share of the weight, 0 to 1; null where it is not in the index.")
  share!: number | null;

  @Nullable(() => Float, "Share times normalised number: the contributions add up to the mean.")
  contribution!: number | null;
}

@Output("CompositeValue", "A composite index in one period: value = mean + penalty.")
export class CompositeValueType implements Point {
  @NonNull(() => PartialDateScalar, "The period.")
  period!: string;

  @Nullable(() => Float, "The index at full precision; null with a note.")
  value!: number | null;

  @Nullable(
    () => Float,
    "The same rounded: 1 decimal where 100 is the middle, 2 for z-scores, 3 for min-max.",
  )
  roundedValue!: number | null;

  @Nullable(() => Float, "The weighted mean of the normalised parts.")
  mean!: number | null;

  @Nullable(() => Float, "What imbalance among the parts costs: value less mean. 0 for methods without one.")
  penalty!: number | null;

  @NonNull(
    () => ObservationStatusEnum,
    "As sure as the weakest part; ESTIMATED where a part is missing and the others were taken alone.",
  )
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Why there is no value, or what it was computed without.")
  note!: LocalizedTextType | null;

  @NonNull(() => [CompositePartValueType], "What it is made of, in the order of the recipe.")
  parts!: CompositePartValueType[];
}

@Output("CompositeAreaValue", "A composite index of an area in one period, with its rank.")
export class CompositeAreaValueType
  extends CompositeValueType
  implements Readonly<CompositeAreaAnswer["values"][number]>
{
  @Nullable(
    () => Int,
    "Rank among all areas of the level: 1 is the highest index; equal ones share the smallest. Null where excluded. Never show it without the parts.",
  )
  rank!: number | null;

  @Nullable(
    () => Float,
    "Residents that it was judged by; null where unknown, or where no minimum was asked for.",
  )
  residents!: number | null;

  @Nullable(() => MapExclusionEnum, "Why it has no rank; null when it has one.")
  exclusion!: MapExclusion | null;

  @Nullable(() => LocalizedTextType, "The same in words.")
  reason!: LocalizedTextType | null;
}
