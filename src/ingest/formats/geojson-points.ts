import * as z from "zod";
import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import { finding, type LineProblem, type RowProblem, shown } from "../kit/problem";
import type { Chunks, Format, ReadBatch } from "../kit/source";
import { broken, featureSchema, featuresIn } from "./geojson";
import { readWhole } from "./read-whole";

/** A feature that is one point. */
export interface PointRow {
  /** Index of the feature in the file, from 0. */
  readonly line: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** `null` if the feature has no geometry. */
  readonly point: GeoPoint | null;
}

/** Features per batch. */
const batchSize = 1_000;

/** GeoJSON (RFC 7946): a FeatureCollection of points, WGS 84. Read as a whole, so at most 100 MB. */
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
 * @throws HubError SOURCE_UNREADABLE if it is not JSON, not a FeatureCollection or not WGS 84.
 */
async function* readGeoJsonPoints(chunks: Chunks): AsyncGenerator<ReadBatch<PointRow>> {
  const features = featuresIn(await readWhole(chunks));
  for (let at = 0; at === 0 || at < features.length; at += batchSize) {
    const rows: PointRow[] = [];
    const problems: LineProblem[] = [];
    for (const [i, value] of features.slice(at, at + batchSize).entries()) {
      const read = readPointFeature(value);
      if ("rule" in read) problems.push({ line: at + i, ...read });
      else rows.push({ line: at + i, ...read });
    }
    const nextLine = Math.min(at + batchSize, features.length);
    yield { rows, unreadable: problems.length, problems, nextLine };
  }
}

function readPointFeature(value: unknown): RowProblem | Omit<PointRow, "line"> {
  const parsed = featureSchema.safeParse(value);
  if (!parsed.success)
    return broken(finding("NOT_A_GEOMETRY", "noFeature"), parsed.error.issues[0]!.path.join("."), value);
  const properties = parsed.data.properties ?? {};
  const shape = parsed.data.geometry;
  if (shape === null || shape === undefined) return { properties, point: null };
  const drawn = geometry.safeParse(shape);
  const { type } = shape as { type?: unknown };
  if (!drawn.success) {
    const path = ["geometry", ...drawn.error.issues[0]!.path].join(".");
    return type === "Point" || type === "MultiPoint"
      ? broken(finding("NOT_A_GEOMETRY", "coordinates", { type }), path, null)
      : broken(
          finding("NOT_A_GEOMETRY", "otherType", { drawn: shown(type), expected: ["Point"] }),
          path,
          type,
        );
  }
  const positions = drawn.data.type === "Point" ? [drawn.data.coordinates] : drawn.data.coordinates;
  if (positions.length !== 1) {
    const found = finding("NOT_A_GEOMETRY", "severalPoints", { count: positions.length });
    return broken(found, "geometry.coordinates", positions);
  }
  const [longitude, latitude] = positions[0]!;
  const point = { latitude, longitude };
  return isGeoPoint(point)
    ? { properties, point }
    : broken(finding("NOT_A_GEOMETRY", "notDegrees"), "geometry.coordinates", positions[0]);
}
