import { type GeoPoint, isGeoPoint, pointText } from "../../domain/geo/point";
import { swapped } from "../../domain/places/place-of";
import { type CoordinateSystem, pointFrom, possibleSystems } from "../kit/coordinate-system";
import { finding, problem, type RowProblem } from "../kit/problem";
import type { PositionMapping } from "./centre.schema";
import type { MappedRow } from "./mapped-row";
import { numberIn } from "./number-in";
import { readNumber } from "./read-number";
import { blankProblem, columnOf, type RowReader, unreadable } from "./read-value";

/** The position in a row; `null` if there is none or, with a problem, no valid coordinates. */
export interface RowPosition {
  readonly point: GeoPoint | null;
  /** The column to name if the point is wrong. */
  readonly column: string;
}

const notDegrees = finding("NOT_A_COORDINATE", "notDegrees");

export function rowPosition(mapping: PositionMapping, row: MappedRow, reader: RowReader): RowPosition {
  const before = reader.problems.length;
  const found = statedPosition(mapping, row, reader);
  const { ifBlank, latitude } = mapping;
  if (found.point === null && ifBlank !== undefined && reader.problems.length === before) {
    const column = latitude === undefined ? found.column : columnOf(latitude, row.cells);
    const missing = finding("EMPTY_CELL", "noCoordinates");
    reader.problems.push(blankProblem(ifBlank, reader, column, null, missing));
  }
  return found;
}

function statedPosition(mapping: PositionMapping, row: MappedRow, reader: RowReader): RowPosition {
  if (mapping.geometry === true) return { point: row.point, column: "geometry" };
  const { crs = "EPSG:4326" } = reader.file;
  const pair = mapping.latitudeLongitude ?? mapping.longitudeLatitude;
  if (pair !== undefined) {
    const text = (row.cells[pair] ?? "").trim();
    const [x, y] = pairIn(text, mapping.latitudeLongitude !== undefined) ?? [];
    const point = x === undefined || y === undefined ? null : pointFrom(crs, x, y);
    if (point === null && text !== "" && !reader.file.missingValues.includes(text))
      unreadable(reader, noPoint(x, y, crs), pair, text);
    return { point, column: pair };
  }
  const [longitude, latitude] = [mapping.longitude!, mapping.latitude!];
  const column = columnOf(longitude, row.cells) ?? "longitude";
  const quiet: RowReader = { ...reader, problems: [] };
  const [x, y] = [readNumber(longitude, quiet), readNumber(latitude, quiet)];
  if (x.kind === "blank" && y.kind === "blank") return { point: null, column };
  if (x.kind === "value" && y.kind === "value") {
    const point = pointFrom(crs, x.value, y.value);
    if (point !== null) return { point, column };
  }
  const numbers = [x, y].map((each) => (each.kind === "value" ? each.value : undefined));
  const wrong = x.kind === "value" ? (columnOf(latitude, row.cells) ?? "latitude") : column;
  const written = [longitude, latitude]
    .map((spec) => row.cells[columnOf(spec, row.cells) ?? ""] ?? "")
    .join("; ");
  unreadable(reader, noPoint(numbers[0], numbers[1], crs), wrong, written);
  return { point: null, column };
}

/** Metres without a declared system are named: a reader of the report can then declare it. */
function noPoint(x: number | undefined, y: number | undefined, crs: CoordinateSystem) {
  const systems = x === undefined || y === undefined || crs !== "EPSG:4326" ? [] : possibleSystems(x, y);
  return systems.length === 0
    ? notDegrees
    : finding("NOT_A_COORDINATE", "metres", { position: `${x}, ${y}`, systems });
}

/** Another column with the same point is compared with it, to 1e-7 degrees: about a centimetre. */
export function pointDisagrees(
  { agrees }: PositionMapping,
  point: GeoPoint,
  { cells, file }: RowReader,
): RowProblem[] {
  if (agrees === undefined) return [];
  const [column, latitudeFirst] =
    "latitudeLongitude" in agrees ? [agrees.latitudeLongitude, true] : [agrees.longitudeLatitude, false];
  const text = cells[column] ?? "";
  const [x, y] = pairIn(text, latitudeFirst) ?? [];
  const degrees = pointIn(text, latitudeFirst);
  const other =
    degrees ?? (x === undefined || y === undefined ? null : pointFrom(file.crs ?? "EPSG:4326", x, y));
  if (other === null || isSame(other, point)) return [];
  const values = { column, used: pointText(point), isSwapped: isSame(other, swapped(point)) };
  return [problem("WARNING", finding("COORDINATES_DISAGREE", "otherPoint", values), column, text)];
}

const isSame = (a: GeoPoint, b: GeoPoint): boolean =>
  Math.abs(a.latitude - b.latitude) < 1e-7 && Math.abs(a.longitude - b.longitude) < 1e-7;

/** "(45.5, 9.2)", with or without brackets; the decimals after a point. "9,03" is one number and no point. */
export function pointIn(text: string, latitudeFirst: boolean): GeoPoint | null {
  const [longitude, latitude] = pairIn(text, latitudeFirst) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  const point = { latitude, longitude };
  return isGeoPoint(point) ? point : null;
}

function pairIn(text: string, latitudeFirst: boolean): readonly [x: number, y: number] | null {
  if (/^\d+,\d+$/.test(text.trim())) return null;
  const [, first, second] =
    /^\(?\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*\)?$/.exec(text.trim()) ?? [];
  const numbers = [first, second].map((part) => numberIn(part ?? "", { decimalChar: "." }));
  const [y, x] = latitudeFirst ? numbers : [numbers[1], numbers[0]];
  return x == null || y == null ? null : [x, y];
}
