import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Centre } from "../../domain/places/centre";
import type { NearbyCentre, NearestCentres } from "../../queries/places/nearest-centres";
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

@ObjectType("NearbyCentre", { description: "A centre and how far it is.", simpleResolvers: true })
export class NearbyCentreType implements NearbyCentre {
  @Field(() => CentreType, { description: "The centre." })
  centre!: Centre;

  @Field(() => Float, { description: "Distance in metres, to the decimetre." })
  distanceMetres!: number;

  @Field(() => Float, {
    description: "Estimated minutes on foot: distance x detourFactor / walkingSpeedKmh.",
  })
  walkingMinutes!: number;
}

@ObjectType("NearestCentres", {
  description: "The nearest centres, with everything that the answer depends on. No result is no error.",
  simpleResolvers: true,
})
export class NearestCentresType implements NearestCentres {
  @Field(() => [NearbyCentreType], { description: "Nearest first." })
  results!: NearbyCentreType[];

  @Field(() => DistanceMethodEnum, { description: "How distances were measured." })
  method!: "STRAIGHT_LINE";

  @Field(() => GeoPointType, { description: "The point that was asked." })
  point!: GeoPointType;

  @Field(() => Int, { description: "How many were asked for at most." })
  first!: number;

  @Field(() => Int, { description: "How far it was looked, in metres." })
  withinMetres!: number;

  @Field(() => Float, { description: "Walking speed that was used, in km/h." })
  walkingSpeedKmh!: number;

  @Field(() => Float, { description: "Detour factor that was used." })
  detourFactor!: number;
}
