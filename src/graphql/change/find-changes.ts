import type { Change } from "../../storage/change.repository";
import type { Context } from "../context";
import { type Connection, type PageArgs, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";
import type { ChangeFilterInput } from "./change.type";

/**
 * The last changes of all records, oldest first. An empty page gives back the cursor that it was asked with, so that
 * who follows the changes always has one to keep.
 * @throws HubError UNKNOWN_CODE for an area that the hub does not know.
 */
export async function findChanges(
  filter: ChangeFilterInput | null | undefined,
  page: PageArgs,
  { loaders, repositories }: Context,
): Promise<Connection<Change>> {
  const areaCode = await knownCodeIfGiven(loaders.area, "filter.area", filter?.area);
  const types = [...new Set(filter?.types ?? [])].sort();
  const found = await repositories.changes.page({ types, ...(areaCode !== undefined && { areaCode }) }, page);
  return toConnection({ ...found, endCursor: found.endCursor ?? page.after ?? null }, page);
}
