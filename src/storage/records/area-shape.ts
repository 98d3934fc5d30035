import { roundedShape } from "../../domain/geo/coordinate";
import type { MultiPolygon } from "../../domain/geo/polygon";
import type { AreaBoundary } from "../../domain/places/area-boundary";
import { partBytes, unzipped, zippedNow } from "../engine/compressed";
import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import { fromTable } from "../engine/table-reader";
import { keys } from "./keys";
import type { Skip } from "./readable";
import { allItemsOf } from "./records.repository";

/** The whole border as compressed text, in as many items as it needs. */
export function shapeItems({ areaCode, polygons }: AreaBoundary): Item[] {
  const bytes = zippedNow(JSON.stringify(roundedShape(polygons)));
  return Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, part) => ({
    ...keys.areaShape(areaCode, part),
    bytes: bytes.subarray(part * partBytes, (part + 1) * partBytes),
  }));
}

/** The whole border of an area: one Query; `null` if there is none, or none that can be read. */
export async function readShape(table: Table, areaCode: string, skip: Skip): Promise<MultiPolygon | null> {
  const items = await fromTable(table, (reader) => allItemsOf(reader, keys.areaShape(areaCode, 0).pk));
  if (items.length === 0) return null;
  try {
    return JSON.parse(await unzipped(Buffer.concat(items.map(({ bytes }) => bytes as Uint8Array))));
  } catch (error) {
    const { pk, sk } = items[0]!;
    skip({ key: { pk, sk }, reason: error instanceof Error ? error.message : String(error) });
    return null;
  }
}
