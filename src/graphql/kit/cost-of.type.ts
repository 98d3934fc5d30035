import { nonNull, nullable, output } from "./output";
import { SafeIntScalar } from "./scalars";

export interface OperationCost {
  readonly accepted: boolean;
  readonly units: number;
  readonly unitsLimit: number;
  readonly unitsAt: string | null;
  readonly bytes: number;
  readonly bytesLimit: number;
  readonly bytesAt: string | null;
}

export const OperationCostType = output<OperationCost>(
  "OperationCost",
  "Estimated cost of an operation, computed without running it.",
  {
    accepted: nonNull(() => Boolean, "True if the hub would run the operation."),
    units: nonNull(() => SafeIntScalar, "Estimated units of work. One unit is the work of one plain field."),
    unitsLimit: nonNull(() => SafeIntScalar, "Most units that an operation may cost."),
    unitsAt: nullable(() => String, "Path of the field with most of the units; null if there is none."),
    bytes: nonNull(() => SafeIntScalar, "Estimated size of the answer in bytes, before compression."),
    bytesLimit: nonNull(() => SafeIntScalar, "Largest estimated size that an operation may have."),
    bytesAt: nullable(() => String, "Path of the field with most of the bytes; null if there is none."),
  },
);
