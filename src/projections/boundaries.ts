import type { MultiPolygon } from "../domain/geo/polygon";
import { type Area, type AreaLevel, areaLevels } from "../domain/places/area";
import {
  type BoundariesDocument,
  boundariesDocuments,
  boundariesScope,
} from "../domain/places/boundaries-document";
import { documentStore } from "../storage/documents/document-store";
import { chunks } from "../storage/engine/chunks";
import type { Key } from "../storage/engine/key";
import { readShape } from "../storage/records/area-shape";
import { keys } from "../storage/records/keys";
import { cityOfAreas, cityScopes, readAreas } from "./city-records";
import { type Changes, isRecordOf, type Work } from "./projection";
import { type PublishedSpec, published } from "./published";

/** The whole borders of the areas of a city by level and code. */
type Shapes = ReadonlyMap<AreaLevel, ReadonlyMap<string, MultiPolygon>>;

interface Shared {
  readonly areas: readonly Area[];
}

const boundaryKey = keys.areaBoundary("");

/** The area of a boundary; `null` for any other item. */
const areaOf = ({ pk, sk }: Key): string | null =>
  sk === boundaryKey.sk && pk.startsWith(boundaryKey.pk) ? pk.slice(boundaryKey.pk.length) : null;

const isArea = isRecordOf(["Area"]);

/** The cities with a changed boundary. An area may have changed its city or level: then all that have boundaries. */
async function scopes(work: Work, changes: Changes): Promise<readonly string[]> {
  const areas = await readAreas(work);
  const cityOf = cityOfAreas({ areas });
  const codes = changes === "EVERYTHING" ? [null] : changes.map(({ key }) => areaOf(key));
  const changed = codes.flatMap((code) => (code === null ? [] : (cityOf.get(code) ?? [])));
  const others = codes.includes(null) ? await citiesWithBoundaries(work, areas) : [];
  return [...new Set([...changed, ...others])].sort().map(boundariesScope);
}

/** Those with published boundaries too: their last one may have gone. */
async function citiesWithBoundaries(work: Work, areas: readonly Area[]): Promise<string[]> {
  const { table } = work;
  const drawn = await table.batchGet(
    areas.map(({ code }) => keys.areaShape(code, 0)),
    ["pk"],
  );
  const partitions = new Set(drawn.map(({ pk }) => pk));
  const cities = new Set(
    [...cityOfAreas({ areas })].flatMap(([code, city]) =>
      partitions.has(keys.areaShape(code, 0).pk) ? [city] : [],
    ),
  );
  const store = documentStore(table);
  for (const city of await cityScopes(work))
    if (!cities.has(city) && (await store.manifest(boundariesScope(city))) !== null) cities.add(city);
  return [...cities];
}

const concurrent = 8;

async function shapesOf({ table, skip }: Work, { areas }: Shared, scope: string): Promise<Shapes> {
  const city = scope.slice(boundariesScope("").length);
  const own = areas.filter(({ code, cityCode }) => (cityCode ?? code) === city);
  const shapes = new Map<AreaLevel, Map<string, MultiPolygon>>();
  for (const group of chunks(own, concurrent)) {
    const found = await Promise.all(group.map(({ code }) => readShape(table, code, skip)));
    for (const [i, { code, level }] of group.entries()) {
      const shape = found[i];
      if (shape) shapes.set(level, (shapes.get(level) ?? new Map()).set(code, shape));
    }
  }
  return shapes;
}

/**
 * Simplified boundaries of each city, for maps. A chunk is a level: its areas share their borders, so one changed boundary
 * can change every area of its level. The level is not in the key.
 */
export const boundariesSpec: PublishedSpec<Shared, Shapes, readonly [string, BoundariesDocument][]> = {
  name: "boundaries",
  chunksOf: (key) => (isArea(key) || areaOf(key) !== null ? "ALL" : []),
  shared: async (work) => ({ areas: await readAreas(work) }),
  scopes,
  material: shapesOf,
  chunks: () => areaLevels,
  partial(shapes, chunk) {
    const level = chunk as AreaLevel;
    const own = shapes.get(level);
    return own === undefined ? [] : boundariesDocuments(level, own);
  },
  merge: (_shapes, partials) => new Map(partials.flat()),
};

export const boundaries = published(boundariesSpec);
