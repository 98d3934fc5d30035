import { Float, Int } from "type-graphql";
import type { Centre } from "../../domain/places/centre";
import type { NearbyCentre, NearestCentres } from "../../queries/places/nearest-centres";
import { NonNull, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { GeoPointType } from "../kit/geo.type";
import { CentreType } from "./centre.type";

export const DistanceMethodEnum = enumType<"STRAIGHT_LINE">(
  "DistanceMethod",
  "How a distance was measured.",
  {
    STRAIGHT_LINE:
      "Great-circle distance (haversine, mean earth radius 6,371,008.8 m). Barriers such as railways and canals are not seen.",
  },
);

@Output("NearbyCentre", "A centre and how far it is.")
export class NearbyCentreType implements NearbyCentre {
  @NonNull(() => CentreType, "The centre.")
  centre!: Centre;

  @NonNull(() => Float, "Distance in metres, to the decimetre.")
  distanceMetres!: number;

  @NonNull(() => Float, "Estimated minutes on foot: distance x detourFactor / walkingSpeedKmh.")
  walkingMinutes!: number;
}

@Output(
  "NearestCentres",
  "The nearest centres, with everything that the answer depends on. No result is no error.",
)
export class NearestCentresType implements NearestCentres {
  @NonNull(() => [NearbyCentreType], "Nearest first.")
  results!: NearbyCentreType[];

  @NonNull(() => DistanceMethodEnum, "How distances were measured.")
  method!: "STRAIGHT_LINE";

  @NonNull(() => GeoPointType, "The point that was asked.")
  point!: GeoPointType;

  @NonNull(() => Int, "How many were asked for at most.")
  first!: number;

  @NonNull(() => Int, "How far it was looked, in metres.")
  withinMetres!: number;

  @NonNull(() => Float, "Walking speed that was used, in km/h.")
  walkingSpeedKmh!: number;

  @NonNull(() => Float, "Detour factor that was used.")
  detourFactor!: number;
}
