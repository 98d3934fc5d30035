import { NonNull, Nullable, Output } from "./decorators";
import { SafeIntScalar } from "./scalars";

@Output("OperationCost", "Estimated cost of an operation, computed without running it.")
export class OperationCostType {
  @NonNull(() => Boolean, "True if the hub would run the operation.")
  accepted!: boolean;

  @NonNull(() => SafeIntScalar, "Estimated units of work. One unit is the work of one plain field.")
  units!: number;

  @NonNull(() => SafeIntScalar, "Most units that an operation may cost.")
  unitsLimit!: number;

  @Nullable(() => String, "Path of the field with most of the units; null if there is none.")
  unitsAt!: string | null;

  @NonNull(() => SafeIntScalar, "Estimated size of the answer in bytes, before compression.")
  bytes!: number;

  @NonNull(() => SafeIntScalar, "Largest estimated size that an operation may have.")
  bytesLimit!: number;

  @Nullable(() => String, "Path of the field with most of the bytes; null if there is none.")
  bytesAt!: string | null;
}
