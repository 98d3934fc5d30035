import type { GeoPoint } from "../../domain/geo/point";
import { HubError } from "../../domain/kit/errors";
import { byCode } from "../../domain/kit/order";
import { type Area, areaLevels } from "../../domain/places/area";
import { checkGeoPoint } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";

/** The areas that contain a point, largest first; why there are none, if there are none. */
export type AreasAtPoint = Awaited<ReturnType<typeof areasAtPoint>>;

const method =
  "Point in polygon on the boundaries in force, WGS 84; the city is the one that the areas belong to.";

/**
 * The areas that contain a point.
 * @throws HubError BAD_USER_INPUT for impossible coordinates, POINT_OUTSIDE_COVERAGE for a point outside every
 * boundary.
 */
export function areasAtPoint(point: GeoPoint, { records, repositories }: QueryContext) {
  checkGeoPoint("point", point);
  const codes = repositories.areas.codesAt(point);
  if (codes.length === 0) {
    if (repositories.areas.levelsWithBoundary().length > 0)
      throw new HubError("POINT_OUTSIDE_COVERAGE", "outside", point, { where: "point" });
    return { point, areas: [], method, reason: noBoundaries };
  }
  const within = records.area.all(codes);
  const cityCodes = [...new Set(within.flatMap((area) => area.cityCode ?? []))];
  const areas = [...records.area.all(cityCodes), ...within];
  return { point, areas: areas.sort(largestFirst), method, reason: null };
}

const largestFirst = (a: Area, b: Area): number =>
  areaLevels.indexOf(a.level) - areaLevels.indexOf(b.level) || byCode(a, b);

const noBoundaries = {
  it: "Nessun confine è stato caricato: si conoscono nomi e centroidi delle aree, non la loro forma.",
  en: "No boundaries are loaded: names and centroids of the areas are known, not their shape.",
};
