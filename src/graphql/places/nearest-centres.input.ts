import { ArgsType, Field, Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { NearestRequest } from "../../queries/places/nearest-centres";
import { GeoPointInput } from "../kit/geo.type";
import { CentreFilterInput } from "./centre.input";

const { nearest, searchRadiusMetres, walkingSpeedKmh, detourFactor } = limits;

@ArgsType()
export class NearestCentresArgs implements NearestRequest {
  @Field(() => GeoPointInput, { description: "From where." })
  point!: GeoPointInput;

  @Field(() => Int, {
    defaultValue: nearest.usual,
    description: `How many at most, ${nearest.smallest} to ${nearest.largest}.`,
  })
  first!: number;

  @Field(() => Int, {
    defaultValue: searchRadiusMetres.usual,
    description: `How far to look, in metres, ${searchRadiusMetres.smallest} to ${searchRadiusMetres.largest}.`,
  })
  withinMetres!: number;

  @Field(() => CentreFilterInput, {
    nullable: true,
    description: "Which centres; all when absent. The circle is that of the arguments: it takes no near.",
  })
  filter!: CentreFilterInput | null | undefined;

  @Field(() => Float, {
    defaultValue: walkingSpeedKmh.usual,
    description: `Walking speed in km/h, ${walkingSpeedKmh.smallest} to ${walkingSpeedKmh.largest}: about 5 for adults, 3.5 for older people.`,
  })
  walkingSpeedKmh!: number;

  @Field(() => Float, {
    defaultValue: detourFactor.usual,
    description: `Way on foot over straight line, ${detourFactor.smallest} to ${detourFactor.largest}.`,
  })
  detourFactor!: number;
}
