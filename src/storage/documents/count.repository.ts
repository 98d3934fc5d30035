import { type CountedRecords, type CountSubject, factOf } from "../../domain/counts/count-classes";
import { type CountedCities, countScopeName, countScopesName } from "../../domain/counts/counted-cities";
import type { Weighted } from "../../domain/statistics/cube";
import type { Item } from "../engine/key";
import type { Reader } from "../engine/reader";
import { documentKey } from "./document.repository";

/** Facts of pieces of documents: a publication keeps the pieces in which nothing changes. */
const known = new WeakMap<readonly Item[], readonly unknown[]>();

/** Published counts: how many records are alike in everything that a request looks at. */
export function countRepository(reader: Reader) {
  return {
    /** Every scope with a record; `null` if counts are not published, as in the table itself. */
    scopes: (of: CountSubject): readonly CountedCities[] | null =>
      (reader.get(documentKey(countScopesName, of))?.document as readonly CountedCities[] | undefined) ??
      null,

    /** The classes of a scope, in pieces. Their number depends on the groups, and not on the records. */
    facts: <S extends CountSubject>(
      of: S,
      dimensions: readonly string[],
      { cities }: CountedCities,
    ): readonly (CountedRecords[S] & Weighted)[] =>
      reader.segments(documentKey(countScopeName(of, dimensions, cities), "").pk).flatMap((items) => {
        const facts =
          known.get(items) ?? items.map(({ sk, document }) => factOf(of, dimensions, sk, Number(document)));
        known.set(items, facts);
        return facts as readonly (CountedRecords[S] & Weighted)[];
      }),
  };
}
