import { Int } from "type-graphql";
import type { Capacity } from "../../domain/kit/capacity";
import { NonNull, Nullable, Output } from "./decorators";
import { LocalizedTextType } from "./localized-text.type";
import { PartialDateScalar } from "./scalars";

@Output(
  "Capacity",
  "Capacity: number of places or other units, and how many are free (HSDS 3.1 service_capacity).",
)
export class CapacityType implements Omit<Capacity, "sourceCode"> {
  @NonNull(() => LocalizedTextType, "Unit counted, for example places or tables.")
  unit!: LocalizedTextType;

  @Nullable(() => Int, "Number of free units at the time of counting; null if no source states it.")
  available!: number | null;

  @Nullable(() => Int, "Total number of units; null if no source states it.")
  maximum!: number | null;

  @Nullable(() => PartialDateScalar, "Time of counting by the source; null if no source states it.")
  updatedAt!: string | null;
}

/** Description of every `capacity` field. */
export const capacityDescription = "Capacities by unit; empty if no source states any.";
