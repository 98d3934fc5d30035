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
import type { Table } from "../engine/table";
import { readWhole } from "../engine/whole-list";
import { codecs } from "../records/codecs";
import { cellPrecision, keys } from "../records/keys";
import { recordOf } from "../records/records.repository";

export function areaRepository(table: Table) {
  return {
    ...codecs.area.repository(table),

    /** All areas of a level, in the order of their codes. */
    ofLevel: (level: AreaLevel, request: ListRequest): Promise<Page<Area>> =>
      readListedPage(table, { index: "list", partition: keys.list.areas(level, "").listPk }, request),

    /** All areas of a level at once, in the order of their codes: one Query. */
    async all(level: AreaLevel): Promise<Area[]> {
      const { listPk } = keys.list.areas(level, "");
      const params = { index: "list" as const, partition: listPk };
      const items = await readWhole(table, params, { limit: limits.mapAreas, type: "Area" });
      return items.map((item) => recordOf<Area>(item));
    },

    /** Points that stand for the residents of areas, in the order of the codes; `null` without a boundary. */
    async populationPoints(areaCodes: readonly string[]): Promise<(PopulationPoints | null)[]> {
      const items = await table.batchGet(areaCodes.map(keys.populationPoints));
      const found = new Map(items.map((item) => [item.areaCode, populationPointsIn(item)]));
      return areaCodes.map((code) => found.get(code) ?? null);
    },

    /** Levels with a boundary, judged by their first hundred areas: only these can be found by a point. */
    async levelsWithBoundary(): Promise<AreaLevel[]> {
      const loaded = await Promise.all(
        areaLevels.map(async (level) => {
          const { listPk } = keys.list.areas(level, "");
          const { items } = await table.query({ index: "list", partition: listPk }, 100);
          const boundaries = items.map((item) => keys.areaBoundary(recordOf<Area>(item).code));
          return (await table.batchGet(boundaries, ["pk"])).length > 0;
        }),
      );
      return areaLevels.filter((_, i) => loaded[i]);
    },

    /** Codes of the areas, of any level, whose boundary contains the point; none without boundaries. */
    async codesAt(point: GeoPoint): Promise<string[]> {
      const { pk } = keys.areaCell(encodeGeohash(point, cellPrecision), "CITY", "");
      const { items } = await table.query({ partition: pk }, 1000);
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
