import type { IndicatorDefinition } from "../domain/indicators/indicator";
import {
  type CoverageDocument,
  coverageDocumentId,
  coverageInCity,
} from "../domain/indicators/indicator-coverage";
import type { Observation } from "../domain/indicators/observation";
import {
  citiesScope,
  publishedLevels,
  type SeriesDocument,
  type Sourced,
  seriesDocument,
  seriesDocumentId,
} from "../domain/indicators/series-document";
import { groupBy } from "../domain/kit/group-by";
import type { SourceRef } from "../domain/kit/source-ref";
import { type Area, type AreaLevel, isZoneLevel } from "../domain/places/area";
import { documentStore } from "../storage/documents/document-store";
import type { Key } from "../storage/engine/key";
import { codecs } from "../storage/records/codecs";
import { keys } from "../storage/records/keys";
import { readCodes } from "../storage/records/readable";
import {
  type CityRecords,
  cityCodesOf,
  cityRecords,
  cityScopes,
  recordsOfCities,
  type SharedRecords,
  sharedRecords,
} from "./city-records";
import { type Changes, codeIn, isRecordOf, type Work } from "./projection";
import { type PublishedSpec, published } from "./published";

/** The area and the indicator of an observation; `null` for any other item. */
function observed({ pk, sk }: Key): { readonly areaCode: string; readonly indicatorCode: string } | null {
  const { pk: partition } = keys.observation("", "", "");
  if (!pk.startsWith(partition)) return null;
  return { areaCode: pk.slice(partition.length), indicatorCode: sk.split("#")[0]! };
}

const shownInAll = isRecordOf(["Area", "SourceRef"]);

/**
 * The cities that show a write. Other items than observations may appear in every city: an area may have changed its
 * city.
 */
async function scopes(work: Work, changes: Changes): Promise<readonly string[]> {
  const numbers = changes === "EVERYTHING" ? [null] : changes.map(({ key }) => observed(key));
  if (numbers.includes(null)) return [...(await cityScopes(work)), citiesScope];
  const codes = [...new Set(numbers.map((each) => each!.areaCode))];
  const areas = await readCodes(work, codecs.area, codes);
  const own = [...areas.values()].flatMap((area) =>
    area.level === "CITY" ? [area.code, citiesScope] : [area.cityCode ?? area.code],
  );
  return [...new Set(own)].sort();
}

async function saveScopes({ table }: Work, shared: SharedRecords): Promise<void> {
  const cities = cityCodesOf(shared);
  const before = await documentStore(table).scopes();
  if (JSON.stringify(before) === JSON.stringify(cities)) return;
  await table.put({ ...keys.snapshotScopes(), scopes: cities });
}

const recordsIn = (work: Work, shared: SharedRecords, scope: string): Promise<CityRecords> =>
  scope === citiesScope ? recordsOfCities(work, shared) : cityRecords(work, scope, shared);

/** Series of each indicator and level of a city. Views are computed from them on request. A chunk is an indicator. */
export const figuresSpec: PublishedSpec<SharedRecords, FigureMaterial, Figures> = {
  name: "figures",
  chunksOf(key) {
    const indicatorCode = observed(key)?.indicatorCode ?? codeIn("IndicatorDefinition", key);
    if (shownInAll(key)) return "ALL";
    return indicatorCode === null ? [] : [indicatorCode];
  },
  shared: sharedRecords,
  scopes,
  material: async (work, shared, scope) => figureMaterial(await recordsIn(work, shared, scope)),
  chunks: ({ indicatorCodes }) => indicatorCodes,
  partial: figuresOf,
  merge: mergeFigures,
  published: saveScopes,
};

export const figures = published(figuresSpec);

/** The records of a city, and everything that a chunk looks up. */
export interface FigureMaterial extends CityRecords {
  /** The levels with series; if the areas are cities themselves, only that one. */
  readonly levels: readonly AreaLevel[];
  readonly byIndicator: ReadonlyMap<string, readonly Observation[]>;
  /** Defined indicators, by code. */
  readonly indicatorCodes: readonly string[];
  readonly sourcesOf: (records: readonly Sourced[]) => SourceRef[];
}

/** Published documents of one indicator: a series at each level, and its coverage. */
export interface Figures {
  readonly series: readonly (readonly [string, SeriesDocument])[];
  readonly coverage: readonly [indicatorCode: string, CoverageDocument[string]];
}

function figureMaterial(records: CityRecords): FigureMaterial {
  const { cityCode, indicators, sources, observations } = records;
  const byIndicator = groupBy(observations, ({ indicatorCode }) => indicatorCode);
  return {
    ...records,
    levels: cityCode === citiesScope ? ["CITY"] : publishedLevels,
    byIndicator,
    indicatorCodes: [...byIndicator.keys()].filter((code) => indicators.has(code)).sort(),
    sourcesOf(shown) {
      const codes = new Set(shown.flatMap(({ sourceCodes }) => sourceCodes));
      return [...codes].sort().flatMap((code) => sources.get(code) ?? []);
    },
  };
}

/** The series of one indicator, computed from records alone: the same records give the same documents. */
function figuresOf(material: FigureMaterial, indicatorCode: string): Figures {
  const numbers = material.byIndicator.get(indicatorCode) ?? [];
  const indicator = material.indicators.get(indicatorCode)!;
  // Few indicators have values of zones; of the others a series of the zones would hold those of the city only.
  const levels = material.levels
    .filter((level) => !isZoneLevel(level) || numbers.some(({ areaLevel }) => areaLevel === level))
    .map((level) => ({ level, areas: material.areas.filter((area) => area.level === level) }))
    .filter(({ areas }) => areas.length > 0);
  return {
    series: levels.map((level) => seriesOf(material, indicator, level, numbers)),
    coverage: [indicatorCode, coverageInCity([material.city ?? [], material.areas].flat(), numbers)],
  };
}

function mergeFigures(_: FigureMaterial, figures: readonly Figures[]): Map<string, object> {
  const series = figures.flatMap((each) => each.series);
  const coverage = Object.fromEntries(figures.map((each) => each.coverage));
  return new Map<string, object>([...series, [coverageDocumentId, coverage]]);
}

interface LevelAreas {
  readonly level: AreaLevel;
  readonly areas: readonly Area[];
}

function seriesOf(
  { city, cityCode, sourcesOf }: FigureMaterial,
  indicator: IndicatorDefinition,
  { level, areas }: LevelAreas,
  numbers: readonly Observation[],
): readonly [string, SeriesDocument] {
  const shown = new Set([cityCode, ...areas.map(({ code }) => code)]);
  const observations = numbers.filter(({ areaCode }) => shown.has(areaCode));
  const series = { indicator, level, cityArea: city, areas, observations, sources: sourcesOf };
  return [seriesDocumentId(level, indicator.code), seriesDocument(series)];
}
