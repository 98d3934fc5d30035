import { usualResidentsIndicator } from "../domain/indicators/map-document";
import { citiesScope } from "../domain/indicators/series-document";
import { documentStore } from "../storage/documents/document-store";
import type { Key } from "../storage/engine/key";
import { codecs } from "../storage/records/codecs";
import { keys } from "../storage/records/keys";
import { readKeys } from "../storage/records/readable";
import {
  type CityRecords,
  cityCodesOf,
  cityRecords,
  cityScopes,
  recordsOfCities,
  type SharedRecords,
  sharedRecords,
} from "./city-records";
import {
  type FigureMaterial,
  type Figures,
  figureMaterial,
  figuresOf,
  mergeFigures,
} from "./figure-documents";
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
  const wanted = codes.map(codecs.area.keyOf);
  const areas = await readKeys(work.table, codecs.area, wanted, work.skip);
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

/**
 * Maps, series and profiles of each city. A chunk is an indicator: ranks depend on residents, which appear in all
 * chunks.
 */
export const figuresSpec: PublishedSpec<SharedRecords, FigureMaterial, Figures> = {
  name: "figures",
  chunksOf(key) {
    const indicatorCode = observed(key)?.indicatorCode ?? codeIn("IndicatorDefinition", key);
    if (shownInAll(key) || indicatorCode === usualResidentsIndicator) return "ALL";
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
