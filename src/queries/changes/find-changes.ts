import { distinctSorted } from "../../domain/kit/distinct";
import type { PageRequest } from "../../storage/engine/page";
import type { Change } from "../../storage/records/change.repository";
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
 * The last changes of all records, oldest first. An empty page returns the cursor of its request, so that a client that
 * follows the changes always has one to keep.
 * @throws HubError UNKNOWN_CODE for an area that does not exist.
 */
export async function findChanges(
  filter: ChangeFilter | null | undefined,
  page: PageRequest,
  { records, live }: QueryContext,
): Promise<Connection<Change>> {
  const { areaCode } = knownCodes(records, filter, { area: "area" });
  const types = distinctSorted(filter?.types ?? []);
  const found = await live.changes.page({ types, areaCode }, page);
  return toConnection({ ...found, endCursor: found.endCursor ?? page.after ?? null }, page);
}
