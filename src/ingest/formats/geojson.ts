import { z } from "zod";
import { type MultiPolygon, multiPolygonProblem } from "../../domain/geo/polygon";
import { HubError } from "../../domain/kit/errors";
import { type LineProblem, type RowProblem, shown } from "../kit/problem";
import type { Chunks, Format, ReadBatch, ReadRows } from "../kit/source";
import { parseJson, textOfJson } from "./parse-json";
import { readWhole } from "./read-whole";

/** A feature with a surface; a Polygon is a MultiPolygon of one. */
export interface FeatureRow {
  /** Index of the feature in the file, from 0. */
  readonly line: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: MultiPolygon;
}

export interface GeoJsonOptions {
  /** Required properties; others may be there. */
  readonly properties: readonly string[];
}

/** Features per batch. */
const batchSize = 1_000;

/** GeoJSON (RFC 7946): a FeatureCollection of polygons, WGS 84. Read as a whole, so at most 100 MB. */
export const geoJson = (options: GeoJsonOptions): Format<FeatureRow> => ({
  name: "GeoJSON",
  rowsAre: "features",
  read: (chunks) => readInBatches(chunks, options),
});

async function* readInBatches(
  chunks: Chunks,
  options: GeoJsonOptions,
): AsyncGenerator<ReadBatch<FeatureRow>> {
  const features = featuresIn(await readWhole(chunks));
  for (let at = 0; at === 0 || at < features.length; at += batchSize) {
    const nextLine = Math.min(at + batchSize, features.length);
    yield { ...readFeatures(features.slice(at, nextLine), at, options), nextLine };
  }
}

const crs = z.object({ properties: z.object({ name: z.string() }) });
const collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });
const ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number()));
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
]);
export const featureSchema = z.object({
  type: z.literal("Feature"),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.unknown(),
});

/** @throws HubError SOURCE_UNREADABLE if it is not JSON, not a FeatureCollection or not WGS 84. */
export const featuresIn = (file: Buffer): readonly unknown[] => featuresOf(parseJson(textOfJson(file)));

/** The features with a sound surface and the required properties; the others are problems. */
export function readFeatures(
  features: readonly unknown[],
  first: number,
  { properties }: GeoJsonOptions,
): ReadRows<FeatureRow> {
  const rows: FeatureRow[] = [];
  const problems: LineProblem[] = [];
  for (const [i, value] of features.entries()) {
    const line = first + i;
    const read = readFeature(value, properties);
    if ("rule" in read) problems.push({ line, ...read });
    else rows.push({ line, ...read });
  }
  return { rows, unreadable: problems.length, problems };
}

function featuresOf(value: unknown): readonly unknown[] {
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

function readFeature(value: unknown, required: readonly string[]): RowProblem | Omit<FeatureRow, "line"> {
  const parsed = featureSchema.safeParse(value);
  if (!parsed.success)
    return broken("The feature is no GeoJSON Feature.", parsed.error.issues[0]!.path.join("."), value);
  const properties = parsed.data.properties ?? {};
  const missing = required.filter((name) => properties[name] === undefined || properties[name] === null);
  if (missing.length > 0) {
    const column = `properties.${missing[0]}`;
    return broken(`The feature lacks ${missing.join(", ")}.`, column, properties);
  }
  const shape = parsed.data.geometry;
  if (shape === null || shape === undefined) return broken("The feature has no geometry.", "geometry", null);
  const drawn = geometry.safeParse(shape);
  if (!drawn.success) {
    const { type } = shape as { type?: unknown };
    const known = type === "Polygon" || type === "MultiPolygon";
    const path = ["geometry", ...drawn.error.issues[0]!.path].join(".");
    return known
      ? broken(`The coordinates of the ${type} are no rings of positions.`, path, null)
      : broken(
          `The geometry is ${shown(type) ?? "of no type"}; a Polygon or MultiPolygon is expected.`,
          path,
          type,
        );
  }
  const { type, coordinates } = drawn.data;
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as unknown as MultiPolygon;
  const problem = multiPolygonProblem(polygons);
  return problem === null ? { properties, polygons } : broken(problem, "geometry", null);
}

export const broken = (message: string, column: string, value: unknown): RowProblem => ({
  column,
  value: shown(value),
  rule: "NOT_A_GEOMETRY",
  severity: "ERROR",
  message: `${message} Correct the feature at its source.`,
});
