import * as z from "zod";
import { type MultiPolygon, multiPolygonProblem } from "../../domain/geo/polygon";
import { HubError } from "../../domain/kit/errors";
import { type Finding, finding, type LineProblem, problem, type RowProblem, shown } from "../kit/problem";
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
    return broken(finding("NOT_A_GEOMETRY", "noFeature"), parsed.error.issues[0]!.path.join("."), value);
  const properties = parsed.data.properties ?? {};
  const missing = required.filter((name) => properties[name] === undefined || properties[name] === null);
  if (missing.length > 0) {
    const found = finding("NOT_A_GEOMETRY", "lacks", { properties: missing });
    return broken(found, `properties.${missing[0]}`, properties);
  }
  const shape = parsed.data.geometry;
  if (shape === null || shape === undefined)
    return broken(finding("NOT_A_GEOMETRY", "noGeometry"), "geometry", null);
  const drawn = geometry.safeParse(shape);
  if (!drawn.success) {
    const { type } = shape as { type?: unknown };
    const path = ["geometry", ...drawn.error.issues[0]!.path].join(".");
    if (type === "Polygon" || type === "MultiPolygon")
      return broken(finding("NOT_A_GEOMETRY", "coordinates", { type }), path, null);
    const expected = ["Polygon", "MultiPolygon"];
    return broken(finding("NOT_A_GEOMETRY", "otherType", { drawn: shown(type), expected }), path, type);
  }
  const { type, coordinates } = drawn.data;
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as unknown as MultiPolygon;
  const fault = multiPolygonProblem(polygons);
  return fault === null
    ? { properties, polygons }
    : broken(finding("NOT_A_GEOMETRY", "shape", { shape: fault }), "geometry", null);
}

export const broken = (found: Finding, column: string, value: unknown): RowProblem =>
  problem("ERROR", found, column, value);
