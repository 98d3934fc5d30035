import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import type { CsvRow } from "../formats/csv";
import type { RowProblem } from "../problem";
import type { MappingContext } from "../source";
import { problem } from "./cells";
import { liesElsewhere, type Placed, placeOf, readPoint, shownPoint, swapped } from "./position";

export const positionColumns = {
  longitude: "LONG_X_4326",
  latitude: "LAT_Y_4326",
  /** The same point again as "(lat, lon)", in the other order than the columns. */
  location: "Location",
} as const;

/** The point of the columns, compared with `Location` and with the Municipio that the row declares. */
export function placeOfHouse(
  cells: CsvRow["cells"],
  declared: string | null,
  context: MappingContext,
): Placed {
  const placed = placeOf(cells, positionColumns, context);
  const problems = [...locationDisagrees(cells), ...placed.problems];
  if (placed.position !== null && liesElsewhere(placed, declared, context)) {
    const message = `The point ${shownPoint(placed.position)} lies in ${placed.areaCodes.join(", ")}, the row says ${declared}. Correct the point or the Municipio.`;
    problems.push(problem("WARNING", "AREA_MISMATCH", "Municipio", declared, message));
  }
  return { ...placed, problems };
}

function locationDisagrees(cells: CsvRow["cells"]): RowProblem[] {
  const { location } = positionColumns;
  const point = readPoint(cells, positionColumns);
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
