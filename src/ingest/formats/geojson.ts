import * as z from "zod";
import { isGeoPoint } from "../../domain/geo/point";
import type { MultiPolygon } from "../../domain/geo/polygon";
import { multiPolygonProblem } from "../../domain/geo/shape-problem";
import { type CoordinateSystem, possibleSystems } from "../kit/coordinate-system";
import { type Finding, finding, problem, type RowProblem, shown } from "../kit/problem";
import type { Format } from "../kit/source";
import { featuresIn } from "./feature-list";
import { type ReadValue, wholeBatches } from "./read-whole";

export interface Feature {
  /** Index of the feature in the file, from 0. */
  readonly line: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** GeoJSON (RFC 7946) with a system of coordinates that a file may declare. Read as a whole, so at most 100 MB. */
export const geoJsonOf =
  <Row extends Feature>(name: string, read: ReadValue<Row>) =>
  (system?: CoordinateSystem): Format<Row> => ({
    name,
    rowsAre: "features",
    read: (chunks) => wholeBatches(chunks, (file) => featuresIn(file, system), read),
  });

const feature = z.object({
  type: z.literal("Feature"),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.unknown(),
});
export const position = z.tuple([z.number(), z.number()]).rest(z.number());

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
    const metres = inMetres(polygons[0]?.[0]?.[0]);
    if (metres !== null) return broken(metres, "geometry", null);
    const shape = multiPolygonProblem(polygons);
    return shape === null
      ? { polygons }
      : broken(finding("NOT_A_GEOMETRY", "shape", { shape }), "geometry", null);
  },
);

/** For a position that is no degrees, but would be somewhere as metres of a grid. */
export function inMetres(position: readonly number[] = []): Finding | null {
  const [longitude, latitude] = position;
  if (longitude === undefined || latitude === undefined || isGeoPoint({ longitude, latitude })) return null;
  const systems = possibleSystems(longitude, latitude);
  return systems.length === 0
    ? null
    : finding("NOT_A_GEOMETRY", "metres", { position: `${longitude}, ${latitude}`, systems });
}

export const geoJson = geoJsonOf("GeoJSON", readSurface);
