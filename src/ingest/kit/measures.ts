import { boxOf, centroidOf, type MultiPolygon, surfaceKm2 } from "../../domain/geo/polygon";
import { roundTo } from "../../domain/kit/round";
import type { Area } from "../../domain/places/area";

/**
 * Box, centre and surface of an area's boundary, measured on the sphere and never copied from columns of the file.
 * Rounded, so that they are the same on every machine: the centre to 7 decimals of a degree (1 cm), the surface to 6
 * decimals of a square kilometre (1 square metre). The box keeps the digits of the file: it must contain every point.
 */
export function measuresOf(polygons: MultiPolygon): Pick<Area, "centroid" | "boundingBox" | "areaKm2"> {
  const { latitude, longitude } = centroidOf(polygons);
  return {
    centroid: { latitude: roundTo(latitude, 7), longitude: roundTo(longitude, 7) },
    boundingBox: boxOf(polygons),
    areaKm2: roundTo(surfaceKm2(polygons), 6),
  };
}
