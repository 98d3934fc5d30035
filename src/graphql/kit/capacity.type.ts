import { Int } from "type-graphql";
import type { Capacity } from "../../domain/kit/capacity";
import { NonNull, Nullable, Output } from "./decorators";
import { LocalizedTextType } from "./localized-text.type";
import { PartialDateScalar } from "./scalars";

@Output("Capacity", "How many of something there are, and how many are free (HSDS 3.1 service_capacity).")
export class CapacityType implements Omit<Capacity, "sourceCode"> {
  @NonNull(() => LocalizedTextType, "What is counted, for example places or tables.")
  unit!: LocalizedTextType;

  @Nullable(() => Int, "How many were free when it was counted; null where no source says.")
  available!: number | null;

  @Nullable(() => Int, "How many there are; null where no source says.")
  maximum!: number | null;

  @Nullable(
    () => PartialDateScalar,
    "When the source counted it, not when the hub stored it; null where no source says.",
  )
  updatedAt!: string | null;
}

/** The description of every `capacity` field. */
export const capacityDescription =
  "How many places and the like there are and are free; empty where no source says.";
