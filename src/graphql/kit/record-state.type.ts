import { GraphQLDateTime } from "graphql-scalars";
import { Int } from "type-graphql";
import type { KnownState } from "../../queries/kit/record-state";
import type { RecordRef } from "../../storage/records/history.repository";
import { NonNull, Nullable, Output } from "./decorators";
import { PartialDateScalar } from "./scalars";

@Output(
  "RecordState",
  "What the hub knows about a record beside what it says: when it learned of it, and from whom.",
)
export class RecordStateType implements Omit<KnownState, "mergedInto" | "origin"> {
  @NonNull(() => Int, "Counts its changes, from 1. A change must name the version that it was made from.")
  version!: number;

  @NonNull(() => GraphQLDateTime, "When the hub first knew of it.")
  createdAt!: string;

  @NonNull(
    () => GraphQLDateTime,
    "When it last changed in the hub; when a fact holds in the world is in the record.",
  )
  updatedAt!: string;

  @NonNull(
    () => String,
    "Who changed it last: an editor by name, the code of an imported source, or `starter`.",
  )
  changedBy!: string;

  @Nullable(
    () => PartialDateScalar,
    "When the dataset was published that first said what it says; null where that is not known.",
  )
  publishedOn!: string | null;

  @NonNull(() => [String], "What editors corrected: it stays when a source is imported again.")
  editedFields!: string[];

  @NonNull(() => [String], "Codes of records that were merged into this one; they still lead to it.")
  formerCodes!: string[];

  readonly ref!: RecordRef;
}
