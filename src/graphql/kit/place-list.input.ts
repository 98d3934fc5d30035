import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { PlaceOrder } from "../../storage/places/centre.repository";
import { optional, required, usually } from "./argument";
import { enumType } from "./enum-type";
import { GeoPointInput } from "./geo.type";
import { input } from "./input";
import { pageArguments, updatedSinceDescription } from "./page.input";
import { DateTimeScalar } from "./scalars";

const { searchRadiusMetres } = limits;

const PlaceOrderEnum = enumType<PlaceOrder>("PlaceOrder", "Order of centres or services.", {
  DISTANCE:
    "Nearest first by straight-line distance, for services by their nearest place. Requires `near` in the filter.",
  NAME: "By name.",
  NAME_DESC: "By name in reverse order; at most 2,000 items.",
  UPDATED: "By last change in the hub, newest first; at most 2,000 items.",
});

export const NearInput = input("NearFilter", "Circle around a point.", {
  point: required(() => GeoPointInput, "Centre of the circle."),
  withinMetres: required(
    () => Int,
    `Radius in metres, ${searchRadiusMetres.smallest} to ${searchRadiusMetres.largest}.`,
  ),
});

export const placeListArguments = {
  ...pageArguments,
  updatedSince: optional(() => DateTimeScalar, updatedSinceDescription),
  sort: usually(() => PlaceOrderEnum, "NAME", "Order of the list."),
};
