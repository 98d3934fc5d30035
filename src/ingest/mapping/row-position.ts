import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import type { MappedRow } from "./mapped-row";
import { columnOf, numberIn, type RowReader, readNumber, unreadable } from "./read-value";
import type { PositionMapping } from "./record.schema";

/** Where a row says that something is; `null` where it says nothing or, with a problem, no coordinates. */
export interface RowPosition {
  readonly point: GeoPoint | null;
  /** The column to name where the point is wrong. */
  readonly column: string;
}

const message =
  "The coordinates are no longitude and latitude in decimal degrees of WGS 84. It is kept without a position.";

export function rowPosition(mapping: PositionMapping, row: MappedRow, reader: RowReader): RowPosition {
  if (mapping.geometry === true) return { point: row.point, column: "geometry" };
  const pair = mapping.latitudeLongitude ?? mapping.longitudeLatitude;
  if (pair !== undefined) {
    const text = (row.cells[pair] ?? "").trim();
    const point = pointIn(text, mapping.latitudeLongitude !== undefined);
    if (point === null && text !== "" && !reader.file.missingValues.includes(text))
      unreadable(reader, "NOT_A_COORDINATE", pair, text, message);
    return { point, column: pair };
  }
  const { longitude, latitude } = { longitude: mapping.longitude!, latitude: mapping.latitude! };
  const column = columnOf(longitude, row.cells) ?? "longitude";
  const quiet: RowReader = { ...reader, problems: [] };
  const [x, y] = [readNumber(longitude, quiet), readNumber(latitude, quiet)];
  if (x.kind === "blank" && y.kind === "blank") return { point: null, column };
  if (x.kind === "value" && y.kind === "value") {
    const point = { latitude: y.value, longitude: x.value };
    if (isGeoPoint(point)) return { point, column };
  }
  const wrong = x.kind === "value" ? (columnOf(latitude, row.cells) ?? "latitude") : column;
  const said = [longitude, latitude]
    .map((spec) => row.cells[columnOf(spec, row.cells) ?? ""] ?? "")
    .join("; ");
  unreadable(reader, "NOT_A_COORDINATE", wrong, said, message);
  return { point: null, column };
}

/** "(45.5, 9.2)", with or without brackets; the decimals after a point. */
export function pointIn(text: string, latitudeFirst: boolean): GeoPoint | null {
  const [, first, second] =
    /^\(?\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*\)?$/.exec(text.trim()) ?? [];
  const numbers = [first, second].map((part) => numberIn(part ?? "", { decimalChar: "." }));
  const [latitude, longitude] = latitudeFirst ? numbers : [numbers[1], numbers[0]];
  if (latitude == null || longitude == null) return null;
  const point = { latitude, longitude };
  return isGeoPoint(point) ? point : null;
}
