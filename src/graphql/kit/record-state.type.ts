import { Int } from "type-graphql";
import type { KnownState } from "../../queries/kit/record-state";
import type { RecordRef } from "../../storage/records/history.repository";
import { NonNull, Nullable, Output } from "./decorators";
import { DateTimeScalar, PartialDateScalar } from "./scalars";

@Output("RecordState", "Metadata of a record: times, authors, version and history.")
export class RecordStateType implements Omit<KnownState, "mergedInto" | "origin"> {
  @NonNull(() => Int, "Version number, from 1. A mutation must name the version that the client has read.")
  version!: number;

  @NonNull(() => DateTimeScalar, "Time of the first version in the hub.")
  createdAt!: string;

  @NonNull(
    () => DateTimeScalar,
    "Time of the last change in the hub. Dates of validity are fields of the record.",
  )
  updatedAt!: string;

  @NonNull(
    () => String,
    "Author of the last change: name of an editor, code of an imported source, or `starter`.",
  )
  changedBy!: string;

  @Nullable(
    () => PartialDateScalar,
    "Publication date of the dataset that first stated these facts; null if unknown.",
  )
  publishedOn!: string | null;

  @NonNull(() => [String], "Fields corrected by editors. Imports do not overwrite them.")
  editedFields!: string[];

  @NonNull(() => [String], "Codes of records that were merged into this one. They still lead to it.")
  formerCodes!: string[];

  readonly ref!: RecordRef;
}
