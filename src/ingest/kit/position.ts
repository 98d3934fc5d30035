import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import { problem, readDecimal } from "./cells";
import type { RowProblem } from "./problem";
import type { MappingContext } from "./source";

type Cells = Readonly<Record<string, string>>;

/** Names of the columns with decimal degrees. */
export interface PositionColumns {
  readonly longitude: string;
  readonly latitude: string;
}

/** Where a centre is, by its columns and by the areas that hold the point. */
export interface Placed {
  /** `null` where the source gives no usable point. */
  readonly position: GeoPoint | null;
  /** Areas that hold it, large to small; none where no boundary is loaded. */
  readonly areaCodes: readonly string[];
  readonly problems: readonly RowProblem[];
}

export const swapped = ({ latitude, longitude }: GeoPoint): GeoPoint => ({
  latitude: longitude,
  longitude: latitude,
});

/** The point of the columns, and the same with its coordinates swapped, so that a swap can be told. */
export function candidatePoints(cells: Cells, columns: PositionColumns): GeoPoint[] {
  const point = readPoint(cells, columns);
  return point !== null && "latitude" in point ? [point, swapped(point)].filter(isGeoPoint) : [];
}

/**
 * A point outside every loaded boundary is left out, with an ERROR that quotes it: the text fields of a centre are
 * its publisher's words, so it is not written there. Coordinates are never swapped back silently.
 */
export function placeOf(cells: Cells, columns: PositionColumns, context: MappingContext): Placed {
  const point = readPoint(cells, columns);
  if (point === null) return { position: null, areaCodes: [], problems: [] };
  if ("rule" in point) return { position: null, areaCodes: [], problems: [point] };
  return placePoint(point, columns.longitude, context);
}

/** As `placeOf`, of a point that was read already; `column` is named where it lies outside. */
export function placePoint(point: GeoPoint, column: string, context: MappingContext): Placed {
  if (context.levelsWithBoundary.size === 0) return { position: point, areaCodes: [], problems: [] };
  const areaCodes = context.areaCodesAt(point);
  return areaCodes.length === 0
    ? { position: null, areaCodes, problems: [outside(point, column, context)] }
    : { position: point, areaCodes, problems: [] };
}

/** True where a boundary of Municipi tells that the point lies in another one than declared. */
export const liesElsewhere = (
  { areaCodes }: Placed,
  declared: string | null,
  { levelsWithBoundary }: MappingContext,
): boolean =>
  declared !== null &&
  areaCodes.length > 0 &&
  levelsWithBoundary.has("DISTRICT") &&
  !areaCodes.includes(declared);

/** `null` where both columns are blank. */
export function readPoint(
  cells: Cells,
  { longitude: x, latitude: y }: PositionColumns,
): GeoPoint | RowProblem | null {
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

function outside(point: GeoPoint, column: string, context: MappingContext): RowProblem {
  const turned = swapped(point);
  const swap = isGeoPoint(turned) && context.areaCodesAt(turned).length > 0;
  const why = swap
    ? "Latitude and longitude are swapped: exchange the two columns."
    : "Correct the coordinates at their source.";
  const message = `The point ${shownPoint(point)} lies outside every known boundary. ${why} The centre is kept without a position.`;
  return problem("ERROR", "POINT_OUTSIDE_CITY", column, `${point.longitude}; ${point.latitude}`, message);
}

export const shownPoint = ({ latitude, longitude }: GeoPoint): string => `${latitude} N, ${longitude} E`;
