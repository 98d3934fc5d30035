import { Field, Float, Int, ObjectType } from "type-graphql";
import type { CompositePartValue } from "../../domain/indicators/composite/composite-value";
import type { Observation, ObservationStatus } from "../../domain/indicators/observation";
import type { MapExclusion } from "../../domain/indicators/ranking";
import type { CompositeAnswer, CompositeAreaAnswer } from "../../queries/indicators/answer-composite-index";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { MapExclusionEnum } from "./indicator-map.type";
import { ObservationStatusEnum, ObservationType } from "./observation.type";

type Point = CompositeAnswer["reference"][number];

@ObjectType("CompositePartValue", {
  description: "What one number brings to the index of an area.",
  simpleResolvers: true,
})
export class CompositePartValueType implements CompositePartValue {
  @Field(() => String, { description: "Code of the indicator." })
  indicator!: string;

  @Field(() => ObservationType, {
    nullable: true,
    description: "The number with its parts, status and sources; null where the hub has none.",
  })
  observation!: Observation | null;

  @Field(() => Float, { nullable: true, description: "The number itself; null where unknown." })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The number on the common scale, turned round where its polarity is not that of the index.",
  })
  normalised!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Its share of the weight, 0 to 1; null where it is not in the index.",
  })
  share!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Share times normalised number: the contributions add up to the mean.",
  })
  contribution!: number | null;
}

@ObjectType("CompositeValue", {
  description: "A composite index in one period: value = mean + penalty.",
  simpleResolvers: true,
})
export class CompositeValueType implements Point {
  @Field(() => PartialDateScalar, { description: "The period." })
  period!: string;

  @Field(() => Float, { nullable: true, description: "The index at full precision; null with a note." })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The same rounded: 1 decimal where 100 is the middle, 2 for z-scores, 3 for min-max.",
  })
  roundedValue!: number | null;

  @Field(() => Float, { nullable: true, description: "The weighted mean of the normalised parts." })
  mean!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "What imbalance among the parts costs: value less mean. 0 for methods without one.",
  })
  penalty!: number | null;

  @Field(() => ObservationStatusEnum, {
    description:
      "As sure as the weakest part; ESTIMATED where a part is missing and the others were taken alone.",
  })
  status!: ObservationStatus;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "Why there is no value, or what it was computed without.",
  })
  note!: LocalizedTextType | null;

  @Field(() => [CompositePartValueType], { description: "What it is made of, in the order of the recipe." })
  parts!: CompositePartValueType[];
}

@ObjectType("CompositeAreaValue", {
  description: "A composite index of an area in one period, with its rank.",
  simpleResolvers: true,
})
export class CompositeAreaValueType
  extends CompositeValueType
  implements Readonly<CompositeAreaAnswer["values"][number]>
{
  @Field(() => Int, {
    nullable: true,
    description:
      "Rank among all areas of the level: 1 is the highest index; equal ones share the smallest. Null where excluded. Never show it without the parts.",
  })
  rank!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Residents that it was judged by; null where unknown, or where no minimum was asked for.",
  })
  residents!: number | null;

  @Field(() => MapExclusionEnum, { nullable: true, description: "Why it has no rank; null when it has one." })
  exclusion!: MapExclusion | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "The same in words." })
  reason!: LocalizedTextType | null;
}
