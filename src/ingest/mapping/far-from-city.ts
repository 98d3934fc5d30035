import type { BoundingBox } from "../../domain/geo/bounding-box";
import { distanceMetres } from "../../domain/geo/distance";
import { type GeoPoint, pointText } from "../../domain/geo/point";
import { roundTo } from "../../domain/kit/round";
import { type Finding, finding } from "../kit/problem";
import type { RowContext } from "./mapped-row";

/** Editions of a boundary differ by less. */
const nearMetres = 1_000;

/** What is wrong with a shape outside the box of its city; `null` if nothing is, or if the hub has no box of the city. */
export function farFromCity(city: string | null, box: BoundingBox, { areaOf }: RowContext): Finding | null {
  const area = city === null ? null : areaOf(city);
  if (city === null || area?.boundingBox == null) return null;
  const metres = metresBetween(box, area.boundingBox);
  if (metres <= nearMetres) return null;
  const turned = { west: box.south, south: box.west, east: box.north, north: box.east };
  return finding("NOT_A_GEOMETRY", "farFromCity", {
    city: area.name,
    kilometres: Math.round(metres / 1_000),
    point: pointText(middleOf(box)),
    isSwapped: metresBetween(turned, area.boundingBox) <= nearMetres,
  });
}

const middleOf = ({ west, south, east, north }: BoundingBox): GeoPoint => ({
  latitude: roundTo((south + north) / 2, 2),
  longitude: roundTo((west + east) / 2, 2),
});

/** Between the nearest edges; 0 if the boxes meet. */
function metresBetween(a: BoundingBox, b: BoundingBox): number {
  const [fromX, toX] = nearest(a.west, a.east, b.west, b.east);
  const [fromY, toY] = nearest(a.south, a.north, b.south, b.north);
  return distanceMetres({ latitude: fromY, longitude: fromX }, { latitude: toY, longitude: toX });
}

/** The nearest ends of two intervals; twice the same value if they overlap. */
function nearest(low: number, high: number, otherLow: number, otherHigh: number): readonly [number, number] {
  if (high < otherLow) return [high, otherLow];
  if (low > otherHigh) return [low, otherHigh];
  const common = Math.max(low, otherLow);
  return [common, common];
}
