import { clipToBox, coversBox } from "./clip";
import { geohashBox, geohashesCovering } from "./geohash";
import { boxOf, type MultiPolygon } from "./polygon";

/** The part of a shape in one cell of the geohash grid. */
export interface GridCell {
  readonly geohash: string;
  /** `null` if the cell lies wholly inside: then it needs no polygon. */
  readonly polygons: MultiPolygon | null;
}

/** Wider than the margin of a cell: a row is cut first, and its own cut must not show in its cells. */
const rowMarginDegrees = 1e-5;

/**
 * A shape cut into the cells of a grid, so that a point finds its shapes with one look-up, however large and detailed
 * they are. Cells without any part of the shape are left out. Each row of cells is cut once, and its cells from it.
 */
export function gridCellsOf(polygons: MultiPolygon, precision: number): GridCell[] {
  const whole = boxOf(polygons);
  let row = { south: Number.NaN, part: polygons };
  return geohashesCovering(whole, precision).flatMap((geohash): GridCell[] => {
    const box = geohashBox(geohash);
    const { south, north } = box;
    if (row.south !== south)
      row = { south, part: clipToBox(polygons, { ...whole, south, north }, rowMarginDegrees) };
    if (coversBox(row.part, box)) return [{ geohash, polygons: null }];
    const part = clipToBox(row.part, box);
    return part.length === 0 ? [] : [{ geohash, polygons: part }];
  });
}
