import { networkOf } from "../geo/border-network";
import { type GeoJsonGeometry, polygonGeometry } from "../geo/geojson";
import type { MultiPolygon } from "../geo/polygon";
import { type Simplification, simplifyTogether } from "../geo/simplify-together";
import type { AreaLevel } from "./area";

/** How finely boundaries are published; what each is for is said in the API. */
export const boundaryPrecisions = {
  DETAILED: { metres: 5, decimals: 5 },
  MAP: { metres: 20, decimals: 5 },
  OVERVIEW: { metres: 100, decimals: 4 },
} as const satisfies Readonly<Record<string, Simplification>>;

export type BoundaryPrecision = keyof typeof boundaryPrecisions;

/** The boundaries of all areas of a level of one city, by their codes. */
export type BoundariesDocument = Readonly<Record<string, GeoJsonGeometry>>;

/** Boundaries are published separately: they change with their file only. */
export const boundariesScope = (cityCode: string): string => `boundaries/${cityCode}`;

export const boundariesId = (level: AreaLevel, precision: BoundaryPrecision): string =>
  `${level}/${precision}`;

/** The documents of a level by name. They need all its areas together, because neighbours share their borders. */
export function boundariesDocuments(
  level: AreaLevel,
  shapes: ReadonlyMap<string, MultiPolygon>,
): [string, BoundariesDocument][] {
  const network = networkOf([...shapes.values()]);
  return (Object.keys(boundaryPrecisions) as BoundaryPrecision[]).map((precision) => {
    const simpler = simplifyTogether(network, boundaryPrecisions[precision]);
    const geometries = [...shapes.keys()].flatMap((code, i) => {
      const geometry = polygonGeometry(simpler[i]!);
      return geometry === null ? [] : [[code, geometry] as const];
    });
    return [boundariesId(level, precision), Object.fromEntries(geometries)];
  });
}
