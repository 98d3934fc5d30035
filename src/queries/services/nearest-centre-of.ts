import { distanceMetres } from "../../domain/geo/distance";
import { byCode } from "../../domain/kit/order";
import type { Service } from "../../domain/services/service";
import type { QueryContext } from "../kit/query-context";
import { checkWalk, type NearbyCentre, nearbyCentre, type WalkRequest } from "../places/nearest-centres";
import { listedLocationsOf } from "./locations-of";

/**
 * The centre nearest to a point that provides a service; `null` without one of known position. What another record of a place
 * provides is provided there, as in lists by distance.
 * @throws HubError BAD_USER_INPUT for an argument out of its bounds; LIMIT_EXCEEDED.
 */
export function nearestCentreOf(
  service: Service,
  walk: WalkRequest,
  context: QueryContext,
): NearbyCentre | null {
  checkWalk(walk);
  const { records } = context;
  const standsFor = new Map(
    [...records.centreTwins()].flatMap(([code, others]) => others.map((other) => [other, code] as const)),
  );
  const locations = listedLocationsOf(service, null, context);
  const codes = new Set(locations.map(({ centreCode }) => standsFor.get(centreCode) ?? centreCode));
  const [nearest] = records.centre
    .all([...codes])
    .flatMap((centre) =>
      centre.position === null ? [] : { centre, distance: distanceMetres(walk.point, centre.position) },
    )
    .sort((a, b) => a.distance - b.distance || byCode(a.centre, b.centre));
  return nearest === undefined ? null : nearbyCentre(nearest.centre, nearest.distance, walk);
}
