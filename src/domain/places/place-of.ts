import { type GeoPoint, isGeoPoint } from "../geo/point";
import type { Area, AreaLevel } from "./area";

export interface KnownAreas {
  /** Codes of the areas with the point in their loaded boundary, large to small. */
  areaCodesAt(point: GeoPoint): readonly string[];
  /** `null` for an unknown area. */
  areaOf(code: string): Pick<Area, "cityCode" | "level"> | null;
  /** Only areas of these levels can be found by a point. */
  readonly levelsWithBoundary: ReadonlySet<AreaLevel>;
}

/** An area that a source or an editor states for a thing. */
export interface NamedArea {
  readonly code: string;
  /** Default: the level of the area in the hub. */
  readonly level?: AreaLevel | undefined;
}

export interface Lying {
  readonly position: GeoPoint | null;
  /** The area that counts where boundaries decide nothing. */
  readonly declared?: NamedArea | null;
  /** Areas that hold it in any case, such as the city of a file. */
  readonly always?: readonly string[];
  /**
   * For a point outside every loaded boundary. KEEP: it may be right, and changes nothing else. UNPLACED: it may be right,
   * and then the thing is not in the city of its file either; a point that is swapped, or that contradicts a declared
   * area, is left out.
   */
  readonly outside: "KEEP" | "UNPLACED";
}

/** OUTSIDE: in no loaded boundary. SWAPPED: as OUTSIDE, but inside one when latitude and longitude are exchanged. */
type PlaceDoubt = "ELSEWHERE" | "OUTSIDE" | "SWAPPED";

export interface Placed {
  readonly position: GeoPoint | null;
  /** Areas of the point only, large to small. */
  readonly areaCodes: readonly string[];
  /** Cities first, then the declared area if no boundary decides, then the areas of the point. */
  readonly allAreaCodes: readonly string[];
  readonly doubt: PlaceDoubt | null;
}

/**
 * The areas of a thing, by one rule for files, HSDS and editors. A point decides at every level with loaded boundaries. The
 * declared area counts if its level has none, or without a point. The city of each area is added, because a city may have
 * no boundary.
 */
export function placeOf(
  { position, declared = null, always = [], outside }: Lying,
  known: KnownAreas,
): Placed {
  const areaCodes = position === null ? [] : known.areaCodesAt(position);
  const doubt = doubtOf(position, areaCodes, declared, known);
  const isOutside = outside === "UNPLACED" && (doubt === "OUTSIDE" || doubt === "SWAPPED");
  if (isOutside && doubt === "OUTSIDE" && declared === null)
    return { position, areaCodes, allAreaCodes: [], doubt };
  const kept = isOutside ? null : position;
  const own = declared === null || isDecided(declared, areaCodes, known) ? [] : [declared.code];
  const cities = [...own, ...areaCodes].flatMap((code) => known.areaOf(code)?.cityCode ?? []);
  // A point in the boundary of another city is not in the city of its file.
  const isThere = (code: string): boolean => {
    const area = known.areaOf(code);
    return area === null || areaCodes.length === 0 || cities.includes(area.cityCode ?? code);
  };
  return {
    position: kept,
    areaCodes,
    allAreaCodes: [...new Set([...always.filter(isThere), ...cities, ...own, ...areaCodes])],
    doubt,
  };
}

/** Whether a point is outside the stated area, as far as the loaded boundaries show. */
export const liesElsewhere = (area: NamedArea, areaCodes: readonly string[], known: KnownAreas): boolean =>
  isDecided(area, areaCodes, known) && !areaCodes.includes(area.code);

/** Whether the point decides at the level of this area, because boundaries of that level are loaded. */
function isDecided({ code, level }: NamedArea, areaCodes: readonly string[], known: KnownAreas): boolean {
  const actual = level ?? known.areaOf(code)?.level;
  return areaCodes.length > 0 && actual !== undefined && known.levelsWithBoundary.has(actual);
}

function doubtOf(
  position: GeoPoint | null,
  areaCodes: readonly string[],
  declared: NamedArea | null,
  known: KnownAreas,
): PlaceDoubt | null {
  if (position === null || known.levelsWithBoundary.size === 0) return null;
  if (areaCodes.length > 0)
    return declared !== null && liesElsewhere(declared, areaCodes, known) ? "ELSEWHERE" : null;
  const turned = swapped(position);
  return isGeoPoint(turned) && known.areaCodesAt(turned).length > 0 ? "SWAPPED" : "OUTSIDE";
}

export const swapped = ({ latitude, longitude }: GeoPoint): GeoPoint => ({
  latitude: longitude,
  longitude: latitude,
});
