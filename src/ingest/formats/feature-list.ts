import * as z from "zod";
import { HubError } from "../../domain/kit/errors";
import {
  type CoordinateSystem,
  coordinateSystems,
  coordinatesInDegrees,
  isProjected,
  systemNamed,
} from "../kit/coordinate-system";
import { shown } from "../kit/problem";
import { isObject } from "./json-record";
import { parseJson, textOfJson } from "./parse-json";

const recordSeparator = "\u001e";
const crs = z.object({ properties: z.object({ name: z.string() }) });
const collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });

/**
 * The features of a file, in degrees of WGS 84: a FeatureCollection, one Feature, or one Feature on each line (RFC 8142
 * and its forms without record separator).
 * @param declared the coordinate system by the mapping file, which counts more than the `crs` of the file.
 * @throws HubError SOURCE_UNREADABLE if it is not JSON, not GeoJSON or in an unknown coordinate system.
 */
export function featuresIn(file: Buffer, declared?: CoordinateSystem): readonly unknown[] {
  const text = textOfJson(file).replaceAll(recordSeparator, "");
  const lines = featureLines(text);
  if (lines !== null) return inDegrees(lines, declared);
  const value = parseJson(text);
  if (isFeature(value)) return inDegrees([value], declared ?? systemOf(value));
  const parsed = collection.safeParse(value);
  if (!parsed.success) {
    const type = (value as { type?: unknown } | null)?.type;
    const where = parsed.error.issues[0]?.path.join(".") || undefined;
    throw new HubError("SOURCE_UNREADABLE", "notCollection", { type: shown(type) }, { where });
  }
  return inDegrees(parsed.data.features, declared ?? systemOf(value));
}

/** `null` unless the first line is a whole feature and others follow. A line that is not JSON stays text. */
function featureLines(text: string): readonly unknown[] | null {
  const end = text.indexOf("\n", text.search(/\S/));
  if (end === -1 || text.slice(end).trim() === "" || !isFeature(jsonOf(text.slice(0, end)))) return null;
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [jsonOf(line)]));
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

const isFeature = (value: unknown): value is object => isObject(value) && value.type === "Feature";

function systemOf(value: unknown): CoordinateSystem | undefined {
  const name = crs.safeParse((value as { crs?: unknown }).crs).data?.properties.name;
  if (name === undefined) return undefined;
  const system = systemNamed(name);
  if (system !== null) return system;
  throw new HubError(
    "SOURCE_UNREADABLE",
    "coordinates",
    { name, known: coordinateSystems },
    { where: "crs" },
  );
}

function inDegrees(features: readonly unknown[], system: CoordinateSystem | undefined): readonly unknown[] {
  if (system === undefined || !isProjected(system)) return features;
  return features.map((feature) => {
    if (!isFeature(feature)) return feature;
    const { geometry } = feature as { geometry?: unknown };
    if (!isObject(geometry)) return feature;
    const coordinates = coordinatesInDegrees(system, geometry.coordinates);
    return { ...feature, geometry: { ...geometry, coordinates } };
  });
}
