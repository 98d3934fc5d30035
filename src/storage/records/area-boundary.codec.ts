import { gridCellsOf } from "../../domain/geo/grid-cells";
import type { AreaBoundary } from "../../domain/places/area-boundary";
import { populationPointsOf } from "../../domain/places/population-points";
import type { Item } from "../engine/key";
import { shapeItems } from "./area-shape";
import type { Codec } from "./codec";
import { cellPrecision, keys } from "./keys";

/** The boundary of an area: its polygons stand beside it, whole for maps and cut into cells for points. */
export const areaBoundaryCodec = {
  type: "AreaBoundary",
  code: (boundary) => boundary.areaCode,
  key: (boundary) => keys.areaBoundary(boundary.areaCode),
  edges: (boundary) => [...cellsOf(boundary), pointsOf(boundary), ...shapeItems(boundary)],
  stored: ({ areaCode, level }) => ({ areaCode, level }),
} satisfies Codec<AreaBoundary>;

/** As text, because the table would store a type with each number. */
function cellsOf({ areaCode, level, polygons }: AreaBoundary): Item[] {
  return gridCellsOf(polygons, cellPrecision).map((cell) => ({
    ...keys.areaCell(cell.geohash, level, areaCode),
    areaCode,
    level,
    polygons: cell.polygons && JSON.stringify(cell.polygons),
  }));
}

/** The population points, as text too. */
function pointsOf(boundary: AreaBoundary): Item {
  const { runs, ...points } = populationPointsOf(boundary);
  return { ...keys.populationPoints(boundary.areaCode), ...points, runs: JSON.stringify(runs) };
}
