import { z } from "zod";
import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import { type LineProblem, type RowProblem, shown } from "../problem";
import type { Format, ReadRows } from "../source";
import { broken, featureSchema, featuresOf } from "./geojson";
import { parseJson } from "./parse-json";
import { checkUtf8 } from "./utf8";

/** A feature that is one point. */
export interface PointRow {
  /** Index of the feature in the file, from 0. */
  readonly line: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** `null` where the feature says that it has no geometry. */
  readonly point: GeoPoint | null;
}

/** GeoJSON (RFC 7946): a FeatureCollection of points, WGS 84. */
export const geoJsonPoints: Format<PointRow> = {
  name: "GeoJSON of points",
  rowsAre: "features",
  read: readGeoJsonPoints,
};

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: position }),
  z.object({ type: z.literal("MultiPoint"), coordinates: z.array(position) }),
]);

/**
 * The features that are one point or none; the others are problems.
 * @throws HubError SOURCE_UNREADABLE for a file that is not UTF-8, not JSON, no FeatureCollection or not WGS 84.
 */
export function readGeoJsonPoints(input: Uint8Array): ReadRows<PointRow> {
  const features = featuresOf(parseJson(checkUtf8(input).bytes.toString("utf8")));
  const rows: PointRow[] = [];
  const problems: LineProblem[] = [];
  for (const [line, value] of features.entries()) {
    const read = readPointFeature(value);
    if ("rule" in read) problems.push({ line, ...read });
    else rows.push({ line, ...read });
  }
  return { rows, unreadable: problems.length, problems };
}

function readPointFeature(value: unknown): RowProblem | Omit<PointRow, "line"> {
  const parsed = featureSchema.safeParse(value);
  if (!parsed.success)
    return broken("The feature is no GeoJSON Feature.", parsed.error.issues[0]!.path.join("."), value);
  const properties = parsed.data.properties ?? {};
  const shape = parsed.data.geometry;
  if (shape === null || shape === undefined) return { properties, point: null };
  const drawn = geometry.safeParse(shape);
  const { type } = shape as { type?: unknown };
  if (!drawn.success) {
    const path = ["geometry", ...drawn.error.issues[0]!.path].join(".");
    return type === "Point" || type === "MultiPoint"
      ? broken(`The coordinates of the ${type} are no position.`, path, null)
      : broken(`The geometry is ${shown(type) ?? "of no type"}; a Point is expected.`, path, type);
  }
  const positions = drawn.data.type === "Point" ? [drawn.data.coordinates] : drawn.data.coordinates;
  if (positions.length !== 1) {
    const message = `The MultiPoint has ${positions.length} points, and nobody can say which of them is meant.`;
    return broken(message, "geometry.coordinates", positions);
  }
  const [longitude, latitude] = positions[0]!;
  const point = { latitude, longitude };
  return isGeoPoint(point)
    ? { properties, point }
    : broken("The point is no longitude and latitude in degrees.", "geometry.coordinates", positions[0]);
}
