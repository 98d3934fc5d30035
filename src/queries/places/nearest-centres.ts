import { walkingMinutes } from "../../domain/geo/distance";
import type { GeoPoint } from "../../domain/geo/point";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { roundTo } from "../../domain/kit/round";
import type { Centre } from "../../domain/places/centre";
import { checkBounds, checkGeoPoint } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";
import { type CentreFilter, recordCriteria } from "./find-centres";
import { placeOfCentre } from "./opening-place";
import { openingSelection } from "./opening-selection";

export interface NearestRequest {
  readonly point: GeoPoint;
  readonly first: number;
  readonly withinMetres: number;
  readonly walkingSpeedKmh: number;
  readonly detourFactor: number;
  readonly filter?: CentreFilter | null | undefined;
}

/** The nearest first, with the parameters of the answer. */
export type NearestCentres = Awaited<ReturnType<typeof nearestCentres>>;
export type NearbyCentre = ReturnType<typeof nearbyCentre>;

/** How somebody walks. */
export type WalkRequest = Pick<NearestRequest, "detourFactor" | "point" | "walkingSpeedKmh">;

/**
 * The centres nearest to a point in a straight line that meet a filter, with the parameters of the answer.
 * @throws HubError BAD_USER_INPUT for an argument out of its bounds and for a second circle; UNKNOWN_CODE.
 */
export function nearestCentres(request: NearestRequest, context: QueryContext) {
  const { filter, ...echoed } = request;
  const { point, first, withinMetres } = echoed;
  checkWalk(request);
  checkBounds("first", first, limits.nearest);
  checkBounds("withinMetres", withinMetres, limits.searchRadiusMetres);
  if (filter?.near) throw new HubError("BAD_USER_INPUT", "secondCircle", null, { where: "filter.near" });
  const nearest = context.repositories.centres.nearest(
    point,
    first,
    withinMetres,
    recordCriteria(filter, context),
    openingSelection(filter, (centre: Centre) => [placeOfCentre(centre)], context),
  );
  return {
    ...echoed,
    distanceMethod: "STRAIGHT_LINE" as const,
    results: nearest.map(({ centre, distanceMetres }) => nearbyCentre(centre, distanceMetres, request)),
  };
}

/** @throws HubError BAD_USER_INPUT for an argument out of its bounds. */
export function checkWalk({ point, walkingSpeedKmh, detourFactor }: WalkRequest): void {
  checkGeoPoint("point", point);
  checkBounds("walkingSpeedKmh", walkingSpeedKmh, limits.walkingSpeedKmh);
  checkBounds("detourFactor", detourFactor, limits.detourFactor);
}

/** @param distance in a straight line, in metres. */
export const nearbyCentre = (
  centre: Centre,
  distance: number,
  { walkingSpeedKmh, detourFactor }: WalkRequest,
) => ({
  centre,
  distanceMetres: roundTo(distance, 1),
  walkingMinutes: roundTo(walkingMinutes(distance, { speedKmh: walkingSpeedKmh, detourFactor }), 1),
});
