import { clipToBox, coversBox } from "./clip";
import { geohashBox, geohashesCovering } from "./geohash";
import { boxOf, type MultiPolygon } from "./polygon";

/** The part of a shape in one cell of the geohash grid. */
export interface GridCell {
  readonly geohash: string;
  /** `null` if the cell lies wholly inside: then it needs no polygon. */
  readonly polygons: MultiPolygon | null;
}

/**
 * A shape cut into the cells of a grid, so that a point finds its shapes with one look-up, however large and detailed
 * they are. Cells without any part of the shape are left out.
 */
export const gridCellsOf = (polygons: MultiPolygon, precision: number): GridCell[] =>
  geohashesCovering(boxOf(polygons), precision).flatMap((geohash): GridCell[] => {
    const box = geohashBox(geohash);
    if (coversBox(polygons, box)) return [{ geohash, polygons: null }];
    const part = clipToBox(polygons, box);
    return part.length === 0 ? [] : [{ geohash, polygons: part }];
  });
