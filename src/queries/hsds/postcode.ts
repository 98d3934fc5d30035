import { distanceMetres } from "../../domain/geo/distance";
import type { GeoPoint } from "../../domain/geo/point";
import { HubError } from "../../domain/kit/errors";
import type { HsdsListed } from "../../storage/documents/hsds.repository";

const folded = (text: string): string => text.replace(/\s+/g, "").toUpperCase();

/**
 * The condition on a place: its postal code or, with `proximity`, its distance from the middle of all places with that code. The
 * hub has no shapes of postal codes.
 * @param proximity in metres.
 * @throws HubError BAD_USER_INPUT if no place with that code has a point.
 */
export function isNearPostcode(
  postcode: string,
  proximity: number | undefined,
  places: readonly (readonly HsdsListed[])[],
): (place: HsdsListed) => boolean {
  const wanted = folded(postcode);
  const hasCode = ({ postalCode }: HsdsListed): boolean =>
    postalCode !== undefined && folded(postalCode) === wanted;
  if (proximity === undefined) return hasCode;
  const points = places.flatMap((each) => each.filter(hasCode).flatMap(({ position }) => position ?? []));
  if (points.length === 0)
    throw new HubError("BAD_USER_INPUT", "hsdsPostcode", { postcode }, { where: "postcode" });
  const middle = middleOf(points);
  return ({ position }) => position !== undefined && distanceMetres(middle, position) <= proximity;
}

const middleOf = (points: readonly GeoPoint[]): GeoPoint => ({
  latitude: points.reduce((sum, { latitude }) => sum + latitude, 0) / points.length,
  longitude: points.reduce((sum, { longitude }) => sum + longitude, 0) / points.length,
});
