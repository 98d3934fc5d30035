import { credentialFor, publicAuthor } from "../../domain/identity/author";
import type { Caller } from "../../domain/identity/caller";
import type { PageRequest } from "../../storage/engine/page";
import type { RecordVersion } from "../../storage/records/history.repository";
import type { RecordRef } from "../../storage/records/record-state";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";
import { type FieldChange, fieldChanges } from "./field-changes";

/** A version of a record, with its changes. */
export interface ChangedVersion extends RecordVersion {
  readonly fields: readonly FieldChange[];
  /** Keys or tokens of the author and of the reviewer, if the caller may see them. */
  readonly credential: string | null;
  readonly reviewerCredential: string | null;
}

/** All versions of a record, newest first. */
export async function findVersions(
  ref: RecordRef,
  page: PageRequest,
  caller: Caller,
  { live }: QueryContext,
): Promise<Connection<ChangedVersion>> {
  const versions = await live.history.versions(ref, page);
  const edges = versions.edges.map(({ cursor, node }) => ({
    cursor,
    node: {
      ...node,
      changedBy: publicAuthor(node.changedBy),
      credential: credentialFor(caller, node.changedBy),
      reviewedBy: node.reviewedBy && publicAuthor(node.reviewedBy),
      reviewerCredential: credentialFor(caller, node.reviewedBy),
      fields: fieldChanges(ref.type, node),
    },
  }));
  return toConnection({ ...versions, edges }, page);
}
