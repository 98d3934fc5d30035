import { GraphQLDateTime } from "graphql-scalars";
import { Int } from "type-graphql";
import type { DataVersion } from "../../storage/documents/hub.repository";
import { NonNull, Nullable, Output } from "../kit/decorators";

@Output("DataVersion", "State of the data as a whole: as long as it is the same, so are all answers.")
export class DataVersionType implements DataVersion {
  @NonNull(() => Int, "Counts the changes of the data; 0 for an empty hub.")
  version!: number;

  @Nullable(() => GraphQLDateTime, "When the data last changed; null for an empty hub.")
  updatedAt!: string | null;
}
