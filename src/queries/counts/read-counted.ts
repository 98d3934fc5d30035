import type { Dimension } from "../../domain/counts/aggregate-rules";
import { type CountedRecords, type CountSubject, classDimensions } from "../../domain/counts/count-classes";
import { type Counted, centreCube, serviceCube } from "../../domain/counts/countable";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { type Area, type AreaLevel, areaLevels } from "../../domain/places/area";
import type { Cube, Weighted } from "../../domain/statistics/cube";
import { knownCodeIfGiven } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import type { Records } from "../kit/records";

export interface CountScope {
  readonly level: AreaLevel;
  /** `null` for the whole hub. */
  readonly city: string | null;
  /** The day of the kinds of centres. */
  readonly on: string;
}

/** Records, or classes of records that are alike with their number. */
type Facts<S extends CountSubject> = readonly (CountedRecords[S] & Partial<Weighted>)[];

/**
 * The counted records of a city, or of the whole hub: sums of published numbers, however many records there are. Over the table
 * itself, as after a change in the same request, the records are counted one by one.
 * @param dimensions to group or filter by: the records of others are not read.
 * @throws HubError UNKNOWN_CODE for a city that does not exist; LIMIT_EXCEEDED for too many records of a table.
 */
export function readCounted(
  of: CountSubject,
  dimensions: readonly string[],
  { level, city, on }: CountScope,
  context: QueryContext,
): Cube<Dimension, Counted> {
  const { records } = context;
  const cityCode = knownCodeIfGiven(records, "area", "city", city) ?? null;
  const byArea = dimensions.includes("AREA");
  const own = classDimensions(of, dimensions);
  const name = `counted ${JSON.stringify([of, own, byArea && level, cityCode, own.includes("KIND") && on])}`;
  let size = 0;
  return records.shared(name, cubeFor, () => size);

  function cubeFor(): Cube<Dimension, Counted> {
    const areas = byArea ? records.areasOfLevel(level).filter(isIn(cityCode)) : [];
    const terms = (taxonomy: string) => ofTaxonomy(records.allTaxonomyTerms(), taxonomy);
    if (of === "SERVICES") {
      const services = factsOf("SERVICES", own, cityCode, context);
      size = services.length;
      return serviceCube(services, { areas, terms: terms("target-group") });
    }
    const centres = factsOf("CENTRES", own, cityCode, context);
    size = centres.length;
    return centreCube(centres, { areas, terms: terms("centre-kind") }, on);
  }
}

function factsOf<S extends CountSubject>(
  of: S,
  dimensions: readonly string[],
  city: string | null,
  { records, repositories: { counts } }: QueryContext,
): Facts<S> {
  const published = counts.scopes(of);
  if (published === null) return inCity(city, listed(of, records), records);
  const within = city === null ? null : records.area.one(city);
  const cityOf = within && (within.cityCode ?? within.code);
  const isPart = city !== cityOf;
  const wanted = isPart ? classDimensions(of, [...dimensions, "AREA"]) : dimensions;
  const facts = published
    .filter(({ cities }) => cityOf === null || cities.includes(cityOf))
    .flatMap((scope) => counts.facts(of, wanted, scope));
  return isPart ? facts.filter(({ areaCodes }) => areaCodes.includes(city!)) : facts;
}

const listed = <S extends CountSubject>(of: S, records: Records): Facts<S> =>
  (of === "CENTRES" ? records.allCentres() : records.allServiceListings()) as unknown as Facts<S>;

const isIn =
  (city: string | null) =>
  (area: Area): boolean =>
    city === null || area.cityCode === city || area.code === city;

const ofTaxonomy = (terms: readonly TaxonomyTerm[], taxonomy: string): readonly TaxonomyTerm[] =>
  terms.filter((term) => term.taxonomy === taxonomy);

/** Records of a city: those that name it or an area of it, of any level. */
function inCity<T extends { readonly areaCodes: readonly string[] }>(
  city: string | null,
  things: readonly T[],
  { areasOfLevel }: Records,
): readonly T[] {
  if (city === null) return things;
  const own = new Set(
    areaLevels.flatMap((level) => areasOfLevel(level).filter(isIn(city))).map(({ code }) => code),
  );
  return things.filter(({ areaCodes }) => areaCodes.some((code) => own.has(code)));
}
