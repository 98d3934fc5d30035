import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { NearbyCentre, NearestCentres } from "../../queries/places/nearest-centres";
import { enumType } from "../kit/enum-type";
import { GeoPointType } from "../kit/geo.type";
import { nonNull, output } from "../kit/output";
import { CentreType } from "./centre.type";

export const DistanceMethodEnum = enumType<"STRAIGHT_LINE">(
  "DistanceMethod",
  "Method of measuring a distance.",
  {
    STRAIGHT_LINE:
      "Great-circle distance (haversine, mean earth radius 6,371,008.8 m). It ignores barriers such as railways and canals.",
  },
);

export const NearbyCentreType = output<NearbyCentre>("NearbyCentre", "Centre with its distance.", {
  centre: nonNull(() => CentreType, "The centre."),
  distanceMetres: nonNull(() => Float, "Distance in metres, rounded to 0.1."),
  walkingMinutes: nonNull(
    () => Float,
    "Estimated walking time in minutes: distance x detourFactor / walkingSpeedKmh.",
  ),
});

export const NearestCentresType = output<NearestCentres>(
  "NearestCentres",
  "Nearest centres, with all parameters of the answer. An empty result is not an error.",
  {
    results: nonNull(() => [NearbyCentreType], "Centres, nearest first.", limits.nearest.largest),
    distanceMethod: nonNull(() => DistanceMethodEnum, "Method of measuring distances."),
    point: nonNull(() => GeoPointType, "Requested point."),
    first: nonNull(() => Int, "Requested maximum number of centres."),
    withinMetres: nonNull(() => Int, "Search radius in metres."),
    walkingSpeedKmh: nonNull(() => Float, "Walking speed used, in km/h."),
    detourFactor: nonNull(
      () => Float,
      "Detour factor used: walking distance divided by straight-line distance.",
    ),
  },
);
