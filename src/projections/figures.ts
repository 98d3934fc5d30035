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
import { editorsSourceCode, type SourceRef } from "../domain/kit/source-ref";
import { type Area, type AreaLevel, isZoneLevel } from "../domain/places/area";
import { citiesId, citiesScopeName } from "../storage/documents/document.repository";
import type { Key } from "../storage/engine/key";
import { codecs } from "../storage/records/codecs";
import { keys } from "../storage/records/keys";
import { type Reading, readCodes } from "../storage/records/readable";
import {
  type CityRecords,
  cityCodesOf,
  cityRecords,
  cityScopes,
  recordsOfCities,
  type SharedRecords,
  sharedRecords,
} from "./city-records";
import { type Changes, codeIn, isRecordOf } from "./projection";
import type { DocumentProjection, DocumentScope } from "./published";

/** The area and the indicator of an observation; `null` for any other item. */
function observed({ pk, sk }: Key): { readonly areaCode: string; readonly indicatorCode: string } | null {
  const { pk: partition } = keys.observation("", "", "");
  if (!pk.startsWith(partition)) return null;
  return { areaCode: pk.slice(partition.length), indicatorCode: sk.split("#")[0]! };
}

/** Editors enter no observations, so the first edit of a hub, which writes their source, leaves every figure as it is. */
const shown = isRecordOf(["Area", "SourceRef"]);
const isShownInAll = (key: Key): boolean => shown(key) && codeIn("SourceRef", key) !== editorsSourceCode;

/**
 * The cities that show a write. Other items than observations may appear in every city: an area may have changed its
 * city.
 */
function scopes(work: Reading, changes: Changes): readonly string[] {
  const numbers = changes === "EVERYTHING" ? [null] : changes.map(({ key }) => observed(key));
  if (numbers.includes(null)) return [...cityScopes(work), citiesScope];
  const codes = [...new Set(numbers.map((each) => each!.areaCode))];
  const areas = readCodes(work, codecs.area, codes);
  const own = [...areas.values()].flatMap((area) =>
    area.level === "CITY" ? [area.code, citiesScope] : [area.cityCode ?? area.code],
  );
  return [...new Set(own)].sort();
}

const recordsIn = (work: Reading, shared: SharedRecords, scope: string): CityRecords =>
  scope === citiesScope ? recordsOfCities(work, shared) : cityRecords(work, scope, shared);

/** Series of each indicator and level of a city. Views are computed from them on request. */
export const figures: DocumentProjection = {
  name: "figures",
  affectedBy: (key) =>
    isShownInAll(key) || observed(key) !== null || codeIn("IndicatorDefinition", key) !== null,
  documents(work, changes) {
    const shared = sharedRecords(work);
    const ofCities = scopes(work, changes).map((scope): DocumentScope => {
      const material = figureMaterial(recordsIn(work, shared, scope));
      return {
        scope,
        documents: mergeFigures(material.indicatorCodes.map((code) => figuresOf(material, code))),
      };
    });
    const cities = new Map([[citiesId, cityCodesOf(shared)]]);
    return [...ofCities, { scope: citiesScopeName, documents: cities }];
  },
};

/** The records of a city, and everything that a chunk looks up. */
interface FigureMaterial extends CityRecords {
  /** The levels with series; if the areas are cities themselves, only that one. */
  readonly levels: readonly AreaLevel[];
  readonly byIndicator: ReadonlyMap<string, readonly Observation[]>;
  /** Defined indicators, by code. */
  readonly indicatorCodes: readonly string[];
  readonly sourcesOf: (records: readonly Sourced[]) => SourceRef[];
}

/** Published documents of one indicator: a series at each level, and its coverage. */
interface Figures {
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

function mergeFigures(figures: readonly Figures[]): Map<string, object> {
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
