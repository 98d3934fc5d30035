import { ArgsType, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { PlaceListRequest } from "../../queries/places/place-list";
import type { PlaceOrder } from "../../storage/places/centre.repository";
import type { Near } from "../../storage/places/centres-near";
import { Default, Input, NonNull, Nullable } from "./decorators";
import { enumType } from "./enum-type";
import { GeoPointInput } from "./geo.type";
import { PageArgs, updatedSinceDescription } from "./page.input";
import { DateTimeScalar } from "./scalars";

const { searchRadiusMetres } = limits;

const PlaceOrderEnum = enumType<PlaceOrder>("PlaceOrder", "Order of centres or services.", {
  DISTANCE:
    "Nearest first by straight-line distance, for services by their nearest place. Requires `near` in the filter.",
  NAME: "By name.",
  NAME_DESC: "By name in reverse order; at most 2,000 items.",
  UPDATED: "By last change in the hub, newest first; at most 2,000 items.",
});

@Input("NearFilter", "Circle around a point.")
export class NearInput implements Near {
  @NonNull(() => GeoPointInput, "Centre of the circle.")
  point!: GeoPointInput;

  @NonNull(() => Int, `Radius in metres, ${searchRadiusMetres.smallest} to ${searchRadiusMetres.largest}.`)
  withinMetres!: number;
}

@ArgsType()
export class PlaceListArgs extends PageArgs implements PlaceListRequest {
  @Nullable(() => DateTimeScalar, updatedSinceDescription)
  updatedSince?: Date | null;

  @Default(() => PlaceOrderEnum, "NAME", "Order of the list.")
  sort!: PlaceOrder;
}
