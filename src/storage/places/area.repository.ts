import { encodeGeohash } from "../../domain/geo/geohash";
import type { GeoPoint } from "../../domain/geo/point";
import { containsPoint, type MultiPolygon } from "../../domain/geo/polygon";
import { limits } from "../../domain/kit/limits";
import { type Area, type AreaLevel, areaLevels } from "../../domain/places/area";
import type { GridRun } from "../../domain/places/even-spread";
import type { PlacingMethod, PopulationPoints } from "../../domain/places/population-points";
import type { Item } from "../engine/key";
import { type ListRequest, readListedPage } from "../engine/ordered-page";
import type { Page } from "../engine/page";
import type { Reader } from "../engine/reader";
import { readWhole } from "../engine/whole-list";
import { codecs } from "../records/codecs";
import { cellPrecision, keys } from "../records/keys";
import { recordOf } from "../records/records.repository";

export function areaRepository(reader: Reader) {
  return {
    ...codecs.area.repository(reader),

    /** All areas of a level, in the order of their codes. */
    ofLevel: (level: AreaLevel, request: ListRequest): Page<Area> =>
      readListedPage(reader, { index: "list", partition: keys.list.areas(level, "").listPk }, request),

    /** All areas of a level at once, in the order of their codes. */
    all(level: AreaLevel): Area[] {
      const { listPk } = keys.list.areas(level, "");
      const params = { index: "list" as const, partition: listPk };
      const items = readWhole(reader, params, { limit: limits.mapAreas, type: "Area" });
      return items.map((item) => recordOf<Area>(item));
    },

    /** Points that stand for the residents of areas, in the order of the codes; `null` without a boundary. */
    populationPoints(areaCodes: readonly string[]): (PopulationPoints | null)[] {
      const items = reader.batchGet(areaCodes.map(keys.populationPoints));
      const found = new Map(items.map((item) => [item.areaCode, populationPointsIn(item)]));
      return areaCodes.map((code) => found.get(code) ?? null);
    },

    /** Levels with a boundary, judged by their first hundred areas: only these can be found by a point. */
    levelsWithBoundary(): AreaLevel[] {
      const loaded = areaLevels.map((level) => {
        const { listPk } = keys.list.areas(level, "");
        const { items } = reader.query({ index: "list", partition: listPk }, 100);
        const boundaries = items.map((item) => keys.areaBoundary(recordOf<Area>(item).code));
        return reader.batchGet(boundaries, ["pk"]).length > 0;
      });
      return areaLevels.filter((_, i) => loaded[i]);
    },

    /** Codes of the areas, of any level, whose boundary contains the point; none without boundaries. */
    codesAt(point: GeoPoint): string[] {
      const { pk } = keys.areaCell(encodeGeohash(point, cellPrecision), "CITY", "");
      const { items } = reader.query({ partition: pk }, 1000);
      return items.filter((item) => cellContains(item, point)).map((item) => String(item.areaCode));
    },
  };
}

const populationPointsIn = ({ areaCode, method, spacingMetres, runs }: Item): PopulationPoints => ({
  areaCode: String(areaCode),
  method: method as PlacingMethod,
  spacingMetres: Number(spacingMetres),
  runs: JSON.parse(String(runs)) as GridRun[],
});

function cellContains({ polygons }: Item, point: GeoPoint): boolean {
  return polygons === null || containsPoint(JSON.parse(String(polygons)) as MultiPolygon, point);
}
