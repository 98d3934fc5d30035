import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import type { CsvRow } from "../formats/csv";
import type { RowProblem } from "../problem";
import type { MappingContext } from "../source";
import { problem, readDecimal } from "./cells";

export const positionColumns = {
  longitude: "LONG_X_4326",
  latitude: "LAT_Y_4326",
  /** The same point again as "(lat, lon)", in the other order than the columns. */
  location: "Location",
} as const;

/** Where a centre is, by its columns and by the areas that hold the point. */
export interface Placed {
  /** `null` where the source gives no usable point. */
  readonly position: GeoPoint | null;
  /** Areas that hold it, large to small; none where no boundary is loaded. */
  readonly areaCodes: readonly string[];
  readonly problems: readonly RowProblem[];
}

const swapped = ({ latitude, longitude }: GeoPoint): GeoPoint => ({
  latitude: longitude,
  longitude: latitude,
});

/** The point of the columns, and the same with its coordinates swapped, so that a swap can be told. */
export function candidatePoints(cells: CsvRow["cells"]): GeoPoint[] {
  const point = readPoint(cells);
  return point instanceof Object && "latitude" in point ? [point, swapped(point)].filter(isGeoPoint) : [];
}

/**
 * A point outside every loaded boundary is left out, with an ERROR that quotes it: the text fields of a centre are
 * its publisher's words, so it is not written there. Coordinates are never swapped back silently.
 */
export function placeOf(cells: CsvRow["cells"], declared: string | null, context: MappingContext): Placed {
  const point = readPoint(cells);
  if (point === null) return { position: null, areaCodes: [], problems: [] };
  if ("rule" in point) return { position: null, areaCodes: [], problems: [point] };
  const problems: RowProblem[] = [];
  const other = pointOfLocation(cells[positionColumns.location]!);
  if (other !== null && !same(other, point)) {
    const swap = same(other, swapped(point)) ? " It is the same with latitude and longitude swapped." : "";
    const message = `"Location" is another point than ${shownPoint(point)} of the columns, which is used.${swap} Correct one of them.`;
    const { location } = positionColumns;
    problems.push(problem("WARNING", "COORDINATES_DISAGREE", location, cells[location], message));
  }
  if (context.levelsWithBoundary.size === 0) return { position: point, areaCodes: [], problems };
  const areaCodes = context.areaCodesAt(point);
  if (areaCodes.length === 0)
    return { position: null, areaCodes, problems: [...problems, outside(point, context)] };
  const isDistrict = context.levelsWithBoundary.has("DISTRICT");
  if (declared !== null && isDistrict && !areaCodes.includes(declared)) {
    const message = `The point ${shownPoint(point)} lies in ${areaCodes.join(", ")}, the row says ${declared}. Correct the point or the Municipio.`;
    problems.push(problem("WARNING", "AREA_MISMATCH", "Municipio", declared, message));
  }
  return { position: point, areaCodes, problems };
}

/** `null` where both columns are blank. */
function readPoint(cells: CsvRow["cells"]): GeoPoint | RowProblem | null {
  const { longitude: x, latitude: y } = positionColumns;
  const [longitude, latitude] = [readDecimal(cells[x]!), readDecimal(cells[y]!)];
  if (longitude.kind === "blank" && latitude.kind === "blank") return null;
  if (longitude.kind === "value" && latitude.kind === "value") {
    const point = { latitude: latitude.value, longitude: longitude.value };
    if (isGeoPoint(point)) return point;
  }
  const column = longitude.kind === "value" ? y : x;
  const message =
    "The coordinates are no longitude and latitude in decimal degrees with a point. The centre is kept without a position.";
  return problem("ERROR", "NOT_A_COORDINATE", column, `${cells[x]}; ${cells[y]}`, message);
}

function outside(point: GeoPoint, context: MappingContext): RowProblem {
  const turned = swapped(point);
  const swap = isGeoPoint(turned) && context.areaCodesAt(turned).length > 0;
  const why = swap
    ? "Latitude and longitude are swapped: exchange the two columns."
    : "Correct the coordinates at their source.";
  const message = `The point ${shownPoint(point)} lies outside every known boundary. ${why} The centre is kept without a position.`;
  return problem(
    "ERROR",
    "POINT_OUTSIDE_CITY",
    positionColumns.longitude,
    `${point.longitude}; ${point.latitude}`,
    message,
  );
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

const shownPoint = ({ latitude, longitude }: GeoPoint): string => `${latitude} N, ${longitude} E`;
