import { ArgsType, Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { NearestRequest } from "../../queries/places/nearest-centres";
import { Default, NonNull, Nullable } from "../kit/decorators";
import { GeoPointInput } from "../kit/geo.type";
import { CentreFilterInput } from "./centre.input";

const { nearest, searchRadiusMetres, walkingSpeedKmh, detourFactor } = limits;

@ArgsType()
export class NearestCentresArgs implements NearestRequest {
  @NonNull(() => GeoPointInput, "From where.")
  point!: GeoPointInput;

  @Default(() => Int, nearest.usual, `How many at most, ${nearest.smallest} to ${nearest.largest}.`)
  first!: number;

  @Default(
    () => Int,
    searchRadiusMetres.usual,
    `How far to look, in metres, ${searchRadiusMetres.smallest} to ${searchRadiusMetres.largest}.`,
  )
  withinMetres!: number;

  @Nullable(
    () => CentreFilterInput,
    "Which centres; all when absent. The circle is that of the arguments: it takes no near.",
  )
  filter!: CentreFilterInput | null | undefined;

  @Default(
    () => Float,
    walkingSpeedKmh.usual,
    `Walking speed in km/h, ${walkingSpeedKmh.smallest} to ${walkingSpeedKmh.largest}: about 5 for adults, 3.5 for older people.`,
  )
  walkingSpeedKmh!: number;

  @Default(
    () => Float,
    detourFactor.usual,
    `Way on foot over straight line, ${detourFactor.smallest} to ${detourFactor.largest}.`,
  )
  detourFactor!: number;
}
