import { distinctSorted } from "../../domain/kit/distinct";
import type { Change } from "../../storage/changes/change.repository";
import type { PageRequest } from "../../storage/engine/page";
import type { RecordType } from "../../storage/records/hub-record";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

export { recordTypes } from "../../storage/records/hub-record";

/** Which changes: all conditions must hold. */
export interface ChangeFilter {
  readonly types?: readonly RecordType[] | null | undefined;
  /** Code of an area: changes of records that name it, and of those that left it. */
  readonly area?: string | null | undefined;
}

/**
 * Changes of records in the order of their publications, up to the version of the request.
 * @throws HubError UNKNOWN_CODE for an area that does not exist.
 */
export async function findChanges(
  filter: ChangeFilter | null | undefined,
  page: PageRequest,
  { records, live }: QueryContext,
): Promise<Connection<Change>> {
  const { areaCode } = knownCodes(records, filter, { area: "area" });
  const types = distinctSorted(filter?.types ?? []);
  return toConnection(await live.changes.page({ types, areaCode }, page), page);
}
