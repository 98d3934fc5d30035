import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { optional, required, usually } from "../kit/argument";
import { GeoPointInput } from "../kit/geo.type";
import { input } from "../kit/input";
import { CentreFilterInput } from "./centre.input";

const { nearest, searchRadiusMetres } = limits;

/** From where and how somebody walks. */
export const walk = {
  point: required(() => GeoPointInput, "Starting point."),
  walkingSpeedKmh: usually(
    () => Float,
    limits.walkingSpeedKmh.usual,
    `Walking speed in km/h, ${limits.walkingSpeedKmh.smallest} to ${limits.walkingSpeedKmh.largest}: about 3.5 for older people (default), 5 for adults.`,
  ),
  detourFactor: usually(
    () => Float,
    limits.detourFactor.usual,
    `Detour factor, ${limits.detourFactor.smallest} to ${limits.detourFactor.largest}: walking distance divided by straight-line distance.`,
  ),
};

export const NearestCentresInput = input("NearestCentresInput", "Question about the nearest centres.", {
  ...walk,
  first: usually(
    () => Int,
    nearest.usual,
    `Maximum number of centres, ${nearest.smallest} to ${nearest.largest}.`,
  ),
  withinMetres: usually(
    () => Int,
    searchRadiusMetres.usual,
    `Search radius in metres, ${searchRadiusMetres.smallest} to ${searchRadiusMetres.largest}.`,
  ),
  filter: optional(
    () => CentreFilterInput,
    "Filter of centres; all when absent. `near` is rejected, because point and withinMetres define the circle.",
  ),
});
