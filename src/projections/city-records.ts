import type { IndicatorDefinition } from "../domain/indicators/indicator";
import type { Observation } from "../domain/indicators/observation";
import { citiesScope } from "../domain/indicators/series-document";
import type { SourceRef } from "../domain/kit/source-ref";
import { type Area, areaLevels } from "../domain/places/area";
import { documentRepository } from "../storage/documents/document.repository";
import { codecs } from "../storage/records/codecs";
import { keys } from "../storage/records/keys";
import { type Reading, readAll, readList, readPartition } from "../storage/records/readable";

/** The input of a city's documents: its own records, and the definitions that all cities share. */
export interface CityRecords {
  readonly cityCode: string;
  /** `null` if the city itself is not loaded (yet). */
  readonly city: Area | null;
  /** Its areas of all lower levels, in their order. */
  readonly areas: readonly Area[];
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  readonly sources: ReadonlyMap<string, SourceRef>;
  /** Of the city and of its areas. */
  readonly observations: readonly Observation[];
}

/** Records that several cities share, read once for all of them. */
export interface SharedRecords {
  readonly areas: readonly Area[];
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  readonly sources: ReadonlyMap<string, SourceRef>;
}

/** The areas of every level, in the order of levels and codes. */
export function readAreas(reading: Reading): Area[] {
  const levels = areaLevels.map((level) => readList(reading, codecs.area, keys.list.areas(level, "").listPk));
  return levels.flat();
}

export function sharedRecords(reading: Reading): SharedRecords {
  const indicators = readAll(reading, codecs.indicator);
  const sources = readAll(reading, codecs.sourceRef);
  return {
    areas: readAreas(reading),
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    sources: new Map(sources.map((source) => [source.code, source])),
  };
}

/** The cities of which the hub has any record. */
export const cityCodesOf = ({ areas }: Pick<SharedRecords, "areas">): string[] =>
  [...new Set(areas.map(({ code, cityCode }) => cityCode ?? code))].sort();

/** The cities of the hub, and those with published documents that may have been removed. */
export function cityScopes(work: Reading): string[] {
  const published = documentRepository(work.reader).cities();
  const areas = readAreas(work);
  return [...new Set([...cityCodesOf({ areas }), ...published])].sort();
}

/** The city of each area, by the code of the area. */
export const cityOfAreas = ({ areas }: Pick<SharedRecords, "areas">): ReadonlyMap<string, string> =>
  new Map(areas.map(({ code, cityCode }) => [code, cityCode ?? code]));

/** The cities as areas beside each other. */
export function recordsOfCities(reading: Reading, shared: SharedRecords): CityRecords {
  const areas = shared.areas.filter(({ level }) => level === "CITY");
  const observations = observationsOf(reading, areas);
  const { indicators, sources } = shared;
  return { cityCode: citiesScope, city: null, areas, indicators, sources, observations };
}

/** Everything of one city, however many other cities the hub has. */
export function cityRecords(
  reading: Reading,
  cityCode: string,
  { areas, indicators, sources }: SharedRecords,
): CityRecords {
  const city = areas.find(({ code }) => code === cityCode) ?? null;
  const own = areas.filter((area) => area.cityCode === cityCode);
  const observations = observationsOf(reading, [{ code: cityCode }, ...own]);
  return { cityCode, city, areas: own, indicators, sources, observations };
}

function observationsOf(reading: Reading, areas: readonly Pick<Area, "code">[]): Observation[] {
  return areas.flatMap(({ code }) =>
    readPartition(reading, codecs.observation, keys.observation(code, "", "").pk),
  );
}
