import { areaProfile, cityProfile, profileId } from "../domain/indicators/area-profile";
import type { IndicatorDefinition } from "../domain/indicators/indicator";
import { residentsPeriod } from "../domain/indicators/indicator-panel";
import {
  type MapDocument,
  mapDocument,
  mapDocumentId,
  mappedLevels,
  type Sourced,
  usualResidentsIndicator,
} from "../domain/indicators/map-document";
import type { Observation } from "../domain/indicators/observation";
import { seriesDocument, seriesDocumentId } from "../domain/indicators/series-document";
import type { SourceRef } from "../domain/kit/source-ref";
import type { AreaLevel } from "../domain/places/area";
import type { CityRecords } from "./city-records";

/**
 * The maps, series and profiles of a city by the name of the document, made from its records alone: whatever came before, in
 * whatever order, the same records give the same documents.
 */
export function figureDocuments(records: CityRecords): Map<string, object> {
  const known = knownIn(records);
  const sources = sourcesIn(records);
  const maps = mappedLevels.flatMap((level) => mapsOf(records, level, known, sources));
  const documents = new Map<string, object>([...named(maps), ...allSeries(records, mappedLevels, sources)]);
  for (const area of records.areas) {
    const ofLevel = maps.filter(({ level }) => level === area.level);
    documents.set(profileId(area.code), areaProfile(area, records.city, ofLevel, sources));
  }
  const { city, cityCode, observations } = records;
  if (city) {
    const own = observations.filter(({ areaCode }) => areaCode === cityCode);
    documents.set(profileId(city.code), cityProfile(city, own, known, sources));
  }
  return documents;
}

/** The maps and series in which the areas are cities. */
export function cityDocuments(records: CityRecords): Map<string, object> {
  const sources = sourcesIn(records);
  const maps = mapsOf(records, "CITY", knownIn(records), sources);
  return new Map<string, object>([...named(maps), ...allSeries(records, ["CITY"], sources)]);
}

const knownIn = ({ indicators }: CityRecords): IndicatorDefinition[] =>
  [...indicators.values()].sort((a, b) => (a.code < b.code ? -1 : 1));

const named = (maps: readonly MapDocument[]): [string, MapDocument][] =>
  maps.map((map) => [mapDocumentId(map.level, map.indicator.code, map.period), map]);

/** A series of every indicator that the city has numbers of, at any level. */
function allSeries(
  { city, cityCode, areas, observations, indicators }: CityRecords,
  levels: readonly AreaLevel[],
  sources: SourcesOf,
): [string, object][] {
  const byIndicator = groupedBy(observations, ({ indicatorCode }) => indicatorCode);
  return levels.flatMap((level) => {
    const ofLevel = areas.filter((area) => area.level === level);
    if (ofLevel.length === 0) return [];
    const shown = new Set([cityCode, ...ofLevel.map(({ code }) => code)]);
    return [...byIndicator].sort(byName).flatMap(([code, numbers]): [string, object][] => {
      const indicator = indicators.get(code);
      if (indicator === undefined) return [];
      const own = numbers.filter(({ areaCode }) => shown.has(areaCode));
      const material = { indicator, level, cityArea: city, areas: ofLevel, observations: own, sources };
      return [[seriesDocumentId(level, code), seriesDocument(material)]];
    });
  });
}

type SourcesOf = (records: readonly Sourced[]) => SourceRef[];

const sourcesIn =
  ({ sources }: CityRecords): SourcesOf =>
  (records) => {
    const codes = new Set(records.flatMap(({ sourceCodes }) => sourceCodes));
    return [...codes].sort().flatMap((code) => sources.get(code) ?? []);
  };

/** A map of every figure that the city has at any level: one without values is an answer too. */
function mapsOf(
  { city, cityCode, areas, observations }: CityRecords,
  level: MapDocument["level"],
  known: readonly IndicatorDefinition[],
  sources: SourcesOf,
): MapDocument[] {
  const ofLevel = areas.filter((area) => area.level === level);
  if (ofLevel.length === 0) return [];
  const codes = new Set(ofLevel.map(({ code }) => code));
  const byFigure = groupedBy(observations, ({ indicatorCode, period }) => figureOf(indicatorCode, period));
  const indicators = new Map(known.map((indicator) => [indicator.code, indicator]));
  return [...byFigure].sort(byName).flatMap(([, figures]) => {
    const { indicatorCode, period } = figures[0]!;
    const indicator = indicators.get(indicatorCode);
    if (indicator === undefined) return [];
    const counted = byFigure.get(figureOf(usualResidentsIndicator, residentsPeriod(period))) ?? [];
    return mapDocument({
      indicator,
      period,
      level,
      areas: ofLevel,
      observations: figures.filter(({ areaCode }) => codes.has(areaCode)),
      residents: new Map(counted.map(({ areaCode, value }) => [areaCode, value])),
      cityArea: city,
      city: figures.find(({ areaCode }) => areaCode === cityCode) ?? null,
      sources,
    });
  });
}

const figureOf = (indicatorCode: string, period: string): string => `${indicatorCode} ${period}`;

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function groupedBy(
  observations: readonly Observation[],
  key: (each: Observation) => string,
): Map<string, Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const each of observations) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}
