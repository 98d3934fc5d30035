import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { optional, required, usually } from "../kit/argument";
import { GeoPointInput } from "../kit/geo.type";
import { CentreFilterInput } from "./centre.input";

const { nearest, searchRadiusMetres, walkingSpeedKmh, detourFactor } = limits;

export const nearestCentresArguments = {
  point: required(() => GeoPointInput, "From where."),
  first: usually(() => Int, nearest.usual, `How many at most, ${nearest.smallest} to ${nearest.largest}.`),
  withinMetres: usually(
    () => Int,
    searchRadiusMetres.usual,
    `How far to look, in metres, ${searchRadiusMetres.smallest} to ${searchRadiusMetres.largest}.`,
  ),
  filter: optional(
    () => CentreFilterInput,
    "Which centres; all when absent. The circle is that of the arguments: it takes no near.",
  ),
  walkingSpeedKmh: usually(
    () => Float,
    walkingSpeedKmh.usual,
    `Walking speed in km/h, ${walkingSpeedKmh.smallest} to ${walkingSpeedKmh.largest}: about 5 for adults, 3.5 for older people.`,
  ),
  detourFactor: usually(
    () => Float,
    detourFactor.usual,
    `Way on foot over straight line, ${detourFactor.smallest} to ${detourFactor.largest}.`,
  ),
};
