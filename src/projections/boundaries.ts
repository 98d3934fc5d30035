import type { MultiPolygon } from "../domain/geo/polygon";
import { type Area, type AreaLevel, areaLevels } from "../domain/places/area";
import {
  type BoundariesDocument,
  boundariesDocuments,
  boundariesScope,
} from "../domain/places/boundaries-document";
import { chunks } from "../storage/engine/chunks";
import type { Key } from "../storage/engine/key";
import { readShape } from "../storage/records/area-shape";
import { keys } from "../storage/records/keys";
import { cityOfAreas, cityScopes, readAreas } from "./city-records";
import { type Changes, isRecordOf } from "./projection";
import type { DocumentProjection, DocumentScope, DocumentWork } from "./published";

/** The whole borders of the areas of a city by level and code. */
type Shapes = ReadonlyMap<AreaLevel, ReadonlyMap<string, MultiPolygon>>;

const boundaryKey = keys.areaBoundary("");

/** The area of a boundary; `null` for any other item. */
const areaOf = ({ pk, sk }: Key): string | null =>
  sk === boundaryKey.sk && pk.startsWith(boundaryKey.pk) ? pk.slice(boundaryKey.pk.length) : null;

const isArea = isRecordOf(["Area"]);

/** The cities with a changed boundary. An area may have changed its city or level: then all of them. */
function scopes(work: DocumentWork, areas: readonly Area[], changes: Changes): readonly string[] {
  const cityOf = cityOfAreas({ areas });
  const codes = changes === "EVERYTHING" ? [null] : changes.map(({ key }) => areaOf(key));
  if (codes.includes(null)) return cityScopes(work);
  return [...new Set(codes.flatMap((code) => cityOf.get(code!) ?? []))].sort();
}

const concurrent = 8;

async function shapesOf(
  { table, skip }: DocumentWork,
  areas: readonly Area[],
  city: string,
): Promise<Shapes> {
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
 * Simplified boundaries of each city, for maps. Areas of a level share their borders, so one changed boundary can change every
 * area of its level. The level is not in the key.
 */
export const boundaries: DocumentProjection = {
  name: "boundaries",
  affectedBy: (key) => isArea(key) || areaOf(key) !== null,
  async documents(work, changes) {
    const areas = readAreas(work);
    const found: DocumentScope[] = [];
    for (const city of scopes(work, areas, changes)) {
      const shapes = await shapesOf(work, areas, city);
      const documents = areaLevels.flatMap((level): readonly (readonly [string, BoundariesDocument])[] => {
        const own = shapes.get(level);
        return own === undefined ? [] : boundariesDocuments(level, own);
      });
      found.push({ scope: boundariesScope(city), documents: new Map(documents) });
    }
    return found;
  },
};
