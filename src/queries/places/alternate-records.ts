import type { Centre } from "../../domain/places/centre";
import { loadAll } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";

/** The further records of the place for which a record stands: one Query for the whole request, and one batch. */
export async function alternateRecords({ code }: Centre, { loaders }: QueryContext): Promise<Centre[]> {
  const twins = await loaders.centreTwins.load();
  const found = await loadAll(loaders.centre, twins.get(code) ?? []);
  // The list may be a moment behind the records.
  return found.filter(({ sameAsCode }) => sameAsCode === code);
}
