import { publicAuthor } from "../../domain/identity/author";
import type { RecordRef, RecordState } from "../../storage/records/record-state";

/** Metadata that the hub keeps about a record. */
export interface KnownState extends Omit<RecordState, "edits" | "formerCodes"> {
  readonly ref: RecordRef;
  readonly formerCodes: readonly string[];
  /** Names of the fields that editors corrected. */
  readonly editedFields: readonly string[];
}

export const knownStateOf = ({ edits, formerCodes, ...state }: RecordState, ref: RecordRef): KnownState => ({
  ...state,
  // In the table after a change, the key stands beside the organisation.
  changedBy: publicAuthor(state.changedBy),
  ref,
  formerCodes: [...formerCodes],
  editedFields: Object.keys(edits)
    .filter((field) => field !== "sourceCodes")
    .sort(),
});
