import { Int } from "type-graphql";
import type { Capacity } from "../../domain/kit/capacity";
import { LocalizedTextType } from "./localized-text.type";
import { nonNull, nullable, output } from "./output";
import { PartialDateScalar } from "./scalars";

export const CapacityType = output<Capacity, "sourceCode">(
  "Capacity",
  "Capacity: number of places or other units, and how many are free (HSDS 3.1 service_capacity).",
  {
    unit: nonNull(() => LocalizedTextType, "Unit counted, for example places or tables."),
    available: nullable(
      () => Int,
      "Number of free units at the time of counting; null if no source states it.",
    ),
    maximum: nullable(() => Int, "Total number of units; null if no source states it."),
    updatedAt: nullable(
      () => PartialDateScalar,
      "Time of counting by the source; null if no source states it.",
    ),
  },
);

/** Description of every `capacity` field. */
export const capacityDescription = "Capacities by unit; empty if no source states any.";
