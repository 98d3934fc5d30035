import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import type { CsvRow } from "../formats/csv";
import { problem } from "../kit/cells";
import { type PositionColumns, readPoint, shownPoint, swapped } from "../kit/position";
import type { RowProblem } from "../kit/problem";

/** A third column with the same point again as "(lat, lon)", in the other order than the two. */
export interface LocationColumns extends PositionColumns {
  readonly location: string;
}

/** Where the third column says another point than the two; the two are used. */
export function locationDisagrees(cells: CsvRow["cells"], columns: LocationColumns): RowProblem[] {
  const { location } = columns;
  const point = readPoint(cells, columns);
  const other = pointOfLocation(cells[location]!);
  if (point === null || "rule" in point || other === null || same(other, point)) return [];
  const swap = same(other, swapped(point)) ? " It is the same with latitude and longitude swapped." : "";
  const message = `"Location" is another point than ${shownPoint(point)} of the columns, which is used.${swap} Correct one of them.`;
  return [problem("WARNING", "COORDINATES_DISAGREE", location, cells[location], message)];
}

/** `null` where the cell is no pair of numbers: it only repeats what the columns say. */
function pointOfLocation(text: string): GeoPoint | null {
  const [, latitude, longitude] = /^\s*\(\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\)\s*$/.exec(text) ?? [];
  const point = { latitude: Number(latitude ?? Number.NaN), longitude: Number(longitude ?? Number.NaN) };
  return isGeoPoint(point) ? point : null;
}

/** To a ten-millionth of a degree, about a centimetre. */
const same = (a: GeoPoint, b: GeoPoint): boolean =>
  Math.abs(a.latitude - b.latitude) < 1e-7 && Math.abs(a.longitude - b.longitude) < 1e-7;
