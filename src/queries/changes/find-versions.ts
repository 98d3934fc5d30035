import type { PageRequest } from "../../storage/engine/page";
import type { RecordRef, RecordVersion } from "../../storage/records/history.repository";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";
import { type FieldChange, fieldChanges } from "./field-changes";

/** A version of a record, with its changes. */
export interface ChangedVersion extends RecordVersion {
  readonly fields: readonly FieldChange[];
}

/** All versions of a record, newest first. */
export async function findVersions(
  ref: RecordRef,
  page: PageRequest,
  { repositories }: QueryContext,
): Promise<Connection<ChangedVersion>> {
  const versions = await repositories.history.versions(ref, page);
  const edges = versions.edges.map(({ cursor, node }) => ({
    cursor,
    node: { ...node, fields: fieldChanges(ref.type, node) },
  }));
  return toConnection({ ...versions, edges }, page);
}
