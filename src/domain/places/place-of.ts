import { type GeoPoint, isGeoPoint } from "../geo/point";
import type { Area, AreaLevel } from "./area";

/** What the hub knows of areas when it says where a thing lies. */
export interface KnownAreas {
  /** Codes of the areas, large to small, whose loaded boundary holds the point. */
  areaCodesAt(point: GeoPoint): readonly string[];
  /** `null` for an area that the hub does not have. */
  areaOf(code: string): Pick<Area, "cityCode" | "level"> | null;
  /** Levels with loaded boundaries: only these can be found by a point. */
  readonly levelsWithBoundary: ReadonlySet<AreaLevel>;
}

/** An area in which a source or an editor says that a thing lies. */
export interface NamedArea {
  readonly code: string;
  /** That of the area in the hub when absent. */
  readonly level?: AreaLevel | undefined;
}

export interface Lying {
  readonly position: GeoPoint | null;
  /** The area that it is in where no boundary says more. */
  readonly declared?: NamedArea | null;
  /** Areas that hold it whatever its point says, such as the city of a file. */
  readonly always?: readonly string[];
  /** Whether a point outside every loaded boundary is kept: in a file of one city it is a fault, elsewhere it may be right. */
  readonly outside: "DROP" | "KEEP";
}

/** OUTSIDE: no loaded boundary holds the point. SWAPPED: as OUTSIDE, but one holds it with its coordinates exchanged. */
export type PlaceDoubt = "ELSEWHERE" | "OUTSIDE" | "SWAPPED";

export interface Placed {
  readonly position: GeoPoint | null;
  /** Areas of the point alone, large to small. */
  readonly areaCodes: readonly string[];
  /** All areas in which the thing lies: cities first, then the declared area where no boundary decides, then those of the point. */
  readonly allAreaCodes: readonly string[];
  readonly doubt: PlaceDoubt | null;
}

/**
 * In which areas a thing lies: the one rule for files, HSDS and editors. A point decides at every level of which boundaries
 * are loaded. The declared area counts where none of its level is, and where there is no point. The city of each area
 * counts too, because cities may have no boundary of their own.
 */
export function placeOf(
  { position, declared = null, always = [], outside }: Lying,
  known: KnownAreas,
): Placed {
  const areaCodes = position === null ? [] : known.areaCodesAt(position);
  const doubt = doubtOf(position, areaCodes, declared, known);
  const isOutside = doubt === "OUTSIDE" || doubt === "SWAPPED";
  const kept = isOutside && outside === "DROP" ? null : position;
  const own = declared === null || isDecided(declared, areaCodes, known) ? [] : [declared.code];
  const cities = [...own, ...areaCodes].flatMap((code) => known.areaOf(code)?.cityCode ?? []);
  return {
    position: kept,
    areaCodes,
    allAreaCodes: [...new Set([...always, ...cities, ...own, ...areaCodes])],
    doubt,
  };
}

/** Whether the point lies outside an area that a source names, as far as the loaded boundaries can say. */
export const liesElsewhere = (area: NamedArea, areaCodes: readonly string[], known: KnownAreas): boolean =>
  isDecided(area, areaCodes, known) && !areaCodes.includes(area.code);

/** Whether the areas of a point say more than the name of an area: boundaries of its level are loaded. */
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
