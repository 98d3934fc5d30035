import { Int } from "type-graphql";
import type { DataVersion } from "../../storage/documents/hub.repository";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { DateTimeScalar } from "../kit/scalars";

@Output("DataVersion", "Version of the data as a whole. While it stays the same, all answers stay the same.")
export class DataVersionType implements DataVersion {
  @NonNull(() => Int, "Number of changes of the data; 0 for an empty hub.")
  version!: number;

  @Nullable(() => DateTimeScalar, "Time of the last change of the data; null for an empty hub.")
  updatedAt!: string | null;
}
