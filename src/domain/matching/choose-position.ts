import { distanceMetres } from "../geo/distance";
import { byCode } from "../kit/order";
import type { LocationPosition } from "../places/location";
import { matchMetres } from "./compare-places";
import type { Place } from "./place";

/**
 * The point of a group of records at one place: in the area that most of them declare, and near most other points; the
 * first by code if several are equal.
 */
export function choosePosition(group: readonly Place[]): LocationPosition {
  const placed = [...group]
    .sort(byCode)
    .flatMap(({ position, ...place }) => (position === null ? [] : [{ ...place, position }]));
  const declared = group.flatMap(({ declaredAreaCode }) => declaredAreaCode ?? []);
  const rated = placed.map((place) => ({
    place,
    fits: declared.filter((code) => place.areaCodes.includes(code)).length,
    near: placed.filter((each) => distanceMetres(each.position, place.position) <= matchMetres.oneAddress)
      .length,
  }));
  const best = [...rated].sort((a, b) => b.fits - a.fits || b.near - a.near)[0];
  if (best === undefined) return noPosition;
  const { place, fits } = best;
  // Only points elsewhere count against it.
  const apart = rated.filter(
    (each) => distanceMetres(each.place.position, place.position) > matchMetres.oneAddress,
  );
  const reason =
    placed.length === 1
      ? "ONLY_POINT"
      : apart.length === 0
        ? "POINTS_AGREE"
        : apart.every((each) => each.fits < fits)
          ? "IN_DECLARED_AREA"
          : "UNDECIDED";
  return {
    position: place.position,
    // No source states yet what its points stand for.
    geocodeQuality: "UNKNOWN",
    positionCentreCode: place.code,
    positionReason: reason,
  };
}

const noPosition: LocationPosition = {
  position: null,
  geocodeQuality: null,
  positionCentreCode: null,
  positionReason: null,
};
