import { Float, Int } from "type-graphql";
import type { Centre } from "../../domain/places/centre";
import type { NearbyCentre, NearestCentres } from "../../queries/places/nearest-centres";
import { NonNull, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { GeoPointType } from "../kit/geo.type";
import { CentreType } from "./centre.type";

export const DistanceMethodEnum = enumType<"STRAIGHT_LINE">(
  "DistanceMethod",
  "Method of measuring a distance.",
  {
    STRAIGHT_LINE:
      "Great-circle distance (haversine, mean earth radius 6,371,008.8 m). It ignores barriers such as railways and canals.",
  },
);

@Output("NearbyCentre", "Centre with its distance.")
export class NearbyCentreType implements NearbyCentre {
  @NonNull(() => CentreType, "The centre.")
  centre!: Centre;

  @NonNull(() => Float, "Distance in metres, rounded to 0.1.")
  distanceMetres!: number;

  @NonNull(() => Float, "Estimated walking time in minutes: distance x detourFactor / walkingSpeedKmh.")
  walkingMinutes!: number;
}

@Output(
  "NearestCentres",
  "Nearest centres, with all parameters of the answer. An empty result is not an error.",
)
export class NearestCentresType implements NearestCentres {
  @NonNull(() => [NearbyCentreType], "Centres, nearest first.")
  results!: NearbyCentreType[];

  @NonNull(() => DistanceMethodEnum, "Method of measuring distances.")
  method!: "STRAIGHT_LINE";

  @NonNull(() => GeoPointType, "Requested point.")
  point!: GeoPointType;

  @NonNull(() => Int, "Requested maximum number of centres.")
  first!: number;

  @NonNull(() => Int, "Search radius in metres.")
  withinMetres!: number;

  @NonNull(() => Float, "Walking speed used, in km/h.")
  walkingSpeedKmh!: number;

  @NonNull(() => Float, "Detour factor used: walking distance divided by straight-line distance.")
  detourFactor!: number;
}
