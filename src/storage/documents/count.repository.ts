import {
  type CountedRecords,
  type CountSubject,
  classDimensions,
  factOf,
} from "../../domain/counts/count-classes";
import { type CountedCities, countScopeName, countScopesName } from "../../domain/counts/counted-cities";
import { type StatusOrUnknown, statusOf } from "../../domain/kit/status";
import type { Weighted } from "../../domain/statistics/cube";
import type { Item } from "../engine/key";
import type { Reader } from "../engine/reader";
import { keys } from "../records/keys";
import { documentKey } from "./document.repository";

/** Facts of pieces of documents: a publication keeps the pieces in which nothing changes. */
const known = new WeakMap<readonly Item[], readonly unknown[]>();

/** Which records a total counts: absent conditions exclude nothing. */
interface CountedPart {
  /** Code of an area of any level. */
  readonly areaCode?: string | undefined;
  readonly statuses?: readonly StatusOrUnknown[] | undefined;
}

type Fact<S extends CountSubject> = CountedRecords[S] & Weighted;

/** Published counts: how many records are alike in everything that a request looks at. */
export function countRepository(reader: Reader) {
  const scopes = (of: CountSubject): readonly CountedCities[] | null =>
    (reader.get(documentKey(countScopesName, of))?.document as readonly CountedCities[] | undefined) ?? null;

  const facts = <S extends CountSubject>(
    of: S,
    dimensions: readonly string[],
    { cities }: CountedCities,
  ): readonly Fact<S>[] =>
    reader.segments(documentKey(countScopeName(of, dimensions, cities), "").pk).flatMap((items) => {
      const found =
        known.get(items) ?? items.map(({ sk, document }) => factOf(of, dimensions, sk, Number(document)));
      known.set(items, found);
      return found as readonly Fact<S>[];
    });

  /** The scopes with records of an area; all without one. */
  function scopesWith(of: CountSubject, areaCode: string | undefined): readonly CountedCities[] | null {
    const all = scopes(of);
    if (all === null || areaCode === undefined) return all;
    const area = reader.get(keys.record("Area", areaCode))?.record as { cityCode: string | null } | undefined;
    const city = area?.cityCode ?? areaCode;
    return all.filter(({ cities }) => cities.includes(city));
  }

  return {
    /** Every scope with a record; `null` if counts are not published, as in the table itself. */
    scopes,

    /** The classes of a scope. Their number depends on the groups, and not on the records. */
    facts,

    /**
     * The classes of the records of an area that exists, and of a status.
     * @param dimensions that the caller looks at.
     * @returns `null` if counts are not published.
     */
    factsWith<S extends CountSubject>(
      of: S,
      dimensions: readonly string[],
      { areaCode, statuses }: CountedPart,
    ): readonly Fact<S>[] | null {
      const wanted = areaCode === undefined ? dimensions : [...dimensions, "AREA"];
      const own = scopesWith(of, areaCode)?.flatMap((scope) => facts(of, classDimensions(of, wanted), scope));
      const found = own?.filter(
        (fact) =>
          (areaCode === undefined || fact.areaCodes.includes(areaCode)) &&
          (statuses?.includes(statusOf(fact)) ?? true),
      );
      return found ?? null;
    },
  };
}

/** The number of the records of some classes. */
export const countOf = (facts: readonly Weighted[]): number =>
  facts.reduce((sum, { count }) => sum + count, 0);
