import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { PlaceListRequest } from "../../queries/places/place-list";
import type { PlaceOrder } from "../../storage/places/centre.repository";
import type { Near } from "../../storage/places/centres-near";
import { Default, Input, NonNull, Nullable } from "./decorators";
import { enumType } from "./enum-type";
import { GeoPointInput } from "./geo.type";
import { PageArgs, updatedSinceDescription } from "./page.input";

const { searchRadiusMetres } = limits;

const PlaceOrderEnum = enumType<PlaceOrder>("PlaceOrder", "In which order centres or services come.", {
  DISTANCE:
    "Nearest first in a straight line, of services by their nearest place; only with near in the filter.",
  NAME: "By name.",
  NAME_DESC: "By name, from the end of the alphabet; at most 2,000.",
  UPDATED: "By the last write in the hub, newest first; at most 2,000.",
});

@Input("NearFilter", "A circle around a point.")
export class NearInput implements Near {
  @NonNull(() => GeoPointInput, "Its middle.")
  point!: GeoPointInput;

  @NonNull(
    () => Int,
    `Its radius in metres, ${searchRadiusMetres.smallest} to ${searchRadiusMetres.largest}.`,
  )
  withinMetres!: number;
}

@ArgsType()
export class PlaceListArgs extends PageArgs implements PlaceListRequest {
  @Nullable(() => GraphQLDateTime, updatedSinceDescription)
  updatedSince?: Date | null;

  @Default(() => PlaceOrderEnum, "NAME", "In which order.")
  sort!: PlaceOrder;
}
