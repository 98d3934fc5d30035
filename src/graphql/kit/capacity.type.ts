import { Field, Int, ObjectType } from "type-graphql";
import type { Capacity } from "../../domain/kit/capacity";
import { LocalizedTextType } from "./localized-text.type";
import { PartialDateScalar } from "./scalars";

@ObjectType("Capacity", {
  description: "How many of something there are, and how many are free (HSDS 3.1 service_capacity).",
  simpleResolvers: true,
})
export class CapacityType implements Omit<Capacity, "sourceCode"> {
  @Field(() => LocalizedTextType, { description: "What is counted, for example places or tables." })
  unit!: LocalizedTextType;

  @Field(() => Int, {
    nullable: true,
    description: "How many were free when it was counted; null where no source says.",
  })
  available!: number | null;

  @Field(() => Int, { nullable: true, description: "How many there are; null where no source says." })
  maximum!: number | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When the source counted it, not when the hub stored it; null where no source says.",
  })
  updatedAt!: string | null;
}

/** The description of every `capacity` field. */
export const capacityDescription =
  "How many places and the like there are and are free; empty where no source says.";
