import type { Centre } from "../../domain/places/centre";
import type { QueryContext } from "../kit/query-context";

/** The further records of the place for which a record stands. */
export function alternateRecords({ code }: Centre, { records }: QueryContext): Centre[] {
  const twins = records.centreTwins();
  const found = records.centre.all(twins.get(code) ?? []);
  // The list may be a moment behind the records.
  return found.filter(({ sameAsCode }) => sameAsCode === code);
}
