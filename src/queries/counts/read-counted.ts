import type { Dimension } from "../../domain/counts/aggregate-rules";
import { type Counted, centreCube, serviceCube } from "../../domain/counts/countable";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { type Area, type AreaLevel, areaLevels } from "../../domain/places/area";
import type { Cube } from "../../domain/statistics/cube";
import { knownCodeIfGiven } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import type { Records } from "../kit/records";

export type CountSubject = "CENTRES" | "SERVICES";

export interface CountScope {
  readonly level: AreaLevel;
  /** `null` for the whole hub. */
  readonly city: string | null;
  /** The day of the kinds of centres. */
  readonly on: string;
}

/**
 * The counted records of a city, or of the whole hub.
 * @param dimensions to group or filter by: the records of others are not read.
 * @throws HubError UNKNOWN_CODE for a city that does not exist.
 */
export function readCounted(
  of: CountSubject,
  dimensions: readonly string[],
  { level, city, on }: CountScope,
  { records }: QueryContext,
): Cube<Dimension, Counted> {
  const cityCode = knownCodeIfGiven(records, "area", "city", city) ?? null;
  const byArea = dimensions.includes("AREA");
  const things = of === "CENTRES" ? records.allCentres() : records.allServiceListings();
  const name = `counted ${JSON.stringify([of, byArea && level, cityCode, on])}`;
  return records.shared(name, cubeFor, () => things.length);

  function cubeFor(): Cube<Dimension, Counted> {
    const areas = byArea ? records.areasOfLevel(level).filter(isIn(cityCode)) : [];
    const terms = records.allTaxonomyTerms();
    if (of === "SERVICES") {
      const services = inCity(cityCode, records.allServiceListings(), records);
      return serviceCube(services, { areas, terms: ofTaxonomy(terms, "target-group") });
    }
    const centres = inCity(cityCode, records.allCentres(), records);
    return centreCube(centres, { areas, terms: ofTaxonomy(terms, "centre-kind") }, on);
  }
}

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
