import { Int } from "type-graphql";
import { type Observation, observationCode } from "../../domain/indicators/observation";
import type { KnownState } from "../../queries/kit/record-state";
import type { RecordRef } from "../../storage/records/record-state";
import { type FieldOf, field } from "./declare";
import { nonNull, nullable, output } from "./output";
import { DateTimeScalar, PartialDateScalar } from "./scalars";

export const RecordStateType = output<KnownState, "mergedInto" | "origin" | "ref">(
  "RecordState",
  "Metadata of a record: times, authors, version and history.",
  {
    version: nonNull(
      () => Int,
      "Version number, from 1. A mutation must name the version that the client has read.",
    ),
    createdAt: nonNull(() => DateTimeScalar, "Time of the first version in the hub."),
    updatedAt: nonNull(
      () => DateTimeScalar,
      "Time of the last change in the hub. Dates of validity are fields of the record.",
    ),
    changedBy: nonNull(
      () => String,
      "Author of the last change: organisation of the caller, code of an imported source, or `starter`.",
    ),
    publishedOn: nullable(
      () => PartialDateScalar,
      "Publication date of the dataset that first stated these facts; null if unknown.",
    ),
    editedFields: nonNull(
      () => [String],
      "Fields corrected by editors. Imports do not overwrite them. In a list without repetition this holds for the corrected items.",
    ),
    formerCodes: nonNull(
      () => [String],
      "Codes of records that were merged into this one. They still lead to it.",
    ),
  },
);

export type NodeRecord = { readonly code: string } | Observation;

export const codeOf = (record: NodeRecord): string =>
  "code" in record ? record.code : observationCode(record);

export const recordState: FieldOf<NodeRecord> = field(
  () => RecordStateType,
  "Metadata of the record: version, history and author of the last change.",
  (record, { records }, { parentType }) =>
    records.state({ type: parentType.name as RecordRef["type"], code: codeOf(record) }),
);
