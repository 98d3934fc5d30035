import * as z from "zod";
import { type MultiPolygon, multiPolygonProblem } from "../../domain/geo/polygon";
import { HubError } from "../../domain/kit/errors";
import { type Finding, finding, problem, type RowProblem, shown } from "../kit/problem";
import type { Format } from "../kit/source";
import { parseJson, textOfJson } from "./parse-json";
import { type ReadValue, wholeBatches } from "./read-whole";

export interface Feature {
  /** Index of the feature in the file, from 0. */
  readonly line: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** GeoJSON (RFC 7946): a FeatureCollection, WGS 84. Read as a whole, so at most 100 MB. */
export const geoJsonOf = <Row extends Feature>(name: string, read: ReadValue<Row>): Format<Row> => ({
  name,
  rowsAre: "features",
  read: (chunks) => wholeBatches(chunks, featuresIn, read),
});

const crs = z.object({ properties: z.object({ name: z.string() }) });
const collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });
const feature = z.object({
  type: z.literal("Feature"),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.unknown(),
});
export const position = z.tuple([z.number(), z.number()]).rest(z.number());

/** @throws HubError SOURCE_UNREADABLE if it is not JSON, not a FeatureCollection or not WGS 84. */
export function featuresIn(file: Buffer): readonly unknown[] {
  const value = parseJson(textOfJson(file));
  const parsed = collection.safeParse(value);
  if (!parsed.success) {
    const type = (value as { type?: unknown } | null)?.type;
    const where = parsed.error.issues[0]?.path.join(".") || undefined;
    throw new HubError("SOURCE_UNREADABLE", "notCollection", { type: shown(type) }, { where });
  }
  const name = crs.safeParse((value as { crs?: unknown }).crs).data?.properties.name;
  if (name !== undefined && !/(?:EPSG:+4326|CRS84)$/i.test(name)) {
    throw new HubError("SOURCE_UNREADABLE", "coordinates", { name }, { where: "crs" });
  }
  return parsed.data.features;
}

/**
 * Reads a feature with a geometry of one kind.
 * @param types the types of that kind; of these, a message names the `expected` ones.
 * @param drawnAs what the geometry gives the row; `null` is a feature without one.
 */
export const featureWith =
  <Geometry, Row extends Feature>(
    geometry: z.ZodType<Geometry>,
    types: readonly string[],
    expected: readonly string[],
    drawnAs: (geometry: Geometry | null) => Omit<Row, keyof Feature> | RowProblem,
  ): ReadValue<Row> =>
  (value) => {
    const { data, error } = feature.safeParse(value);
    if (error) return broken(finding("NOT_A_GEOMETRY", "noFeature"), error.issues[0]!.path.join("."), value);
    const shape = geometry.nullable().safeParse(data.geometry ?? null);
    if (shape.error) {
      const { type } = data.geometry as { type?: unknown };
      const path = ["geometry", ...shape.error.issues[0]!.path].join(".");
      if (typeof type === "string" && types.includes(type))
        return broken(finding("NOT_A_GEOMETRY", "coordinates", { type }), path, null);
      return broken(finding("NOT_A_GEOMETRY", "otherType", { drawn: shown(type), expected }), path, type);
    }
    const drawn = drawnAs(shape.data);
    return "rule" in drawn ? drawn : ({ properties: data.properties ?? {}, ...drawn } as Omit<Row, "line">);
  };

export const broken = (found: Finding, column: string, value: unknown): RowProblem =>
  problem("ERROR", found, column, value);

const ring = z.array(position);
const surface = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
]);

/** A feature with a surface; a Polygon is a MultiPolygon of one. */
interface FeatureRow extends Feature {
  readonly polygons: MultiPolygon;
}

const types = ["Polygon", "MultiPolygon"];

/** A feature with a sound surface. */
export const readSurface = featureWith<z.infer<typeof surface>, FeatureRow>(
  surface,
  types,
  types,
  (drawn) => {
    if (drawn === null) return broken(finding("NOT_A_GEOMETRY", "noGeometry"), "geometry", null);
    const { type, coordinates } = drawn;
    const polygons = (type === "Polygon" ? [coordinates] : coordinates) as unknown as MultiPolygon;
    const shape = multiPolygonProblem(polygons);
    return shape === null
      ? { polygons }
      : broken(finding("NOT_A_GEOMETRY", "shape", { shape }), "geometry", null);
  },
);

export const geoJson = geoJsonOf("GeoJSON", readSurface);
