import { walkingMinutes } from "../../domain/geo/distance";
import { limits } from "../../domain/limits";
import { roundTo } from "../../domain/round";
import type { Context } from "../context";
import { checkBounds, checkGeoPoint } from "../shared/check-bounds";
import type { NearestCentresArgs } from "./nearest-centres.input";
import type { NearestCentresType } from "./nearest-centres.type";

/**
 * The centres nearest to a point in a straight line, with the parameters that the answer depends on.
 * @throws HubError BAD_USER_INPUT for an argument out of its bounds.
 */
export async function nearestCentres(
  args: NearestCentresArgs,
  { repositories }: Context,
): Promise<NearestCentresType> {
  const { point, first, withinMetres, walkingSpeedKmh, detourFactor } = args;
  checkGeoPoint("point", point);
  checkBounds("first", first, limits.nearest);
  checkBounds("withinMetres", withinMetres, limits.searchRadiusMetres);
  checkBounds("walkingSpeedKmh", walkingSpeedKmh, limits.walkingSpeedKmh);
  checkBounds("detourFactor", detourFactor, limits.detourFactor);
  const nearest = await repositories.centres.nearest(point, first, withinMetres);
  return {
    ...args,
    method: "STRAIGHT_LINE",
    results: nearest.map(({ centre, distanceMetres }) => ({
      centre,
      distanceMetres: roundTo(distanceMetres, 1),
      walkingMinutes: roundTo(walkingMinutes(distanceMetres, { speedKmh: walkingSpeedKmh, detourFactor }), 1),
    })),
  };
}
