import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Field, InputType, Int } from "type-graphql";
import { HubError } from "../../domain/errors";
import { limits } from "../../domain/limits";
import type { PlaceOrder } from "../../storage/centre.repository";
import { checkBounds, checkGeoPoint } from "./check-bounds";
import { PageArgs, updatedSinceDescription } from "./connection";
import { enumType } from "./enum-type";
import { GeoPointInput } from "./geo.type";

const { searchRadiusMetres } = limits;

export const PlaceOrderEnum = enumType<PlaceOrder>("PlaceOrder", "In which order centres or services come.", {
  DISTANCE:
    "Nearest first in a straight line, of services by their nearest place; only with near in the filter.",
  NAME: "By name.",
  NAME_DESC: "By name, from the end of the alphabet; at most 2,000.",
  UPDATED: "By the last write in the hub, newest first; at most 2,000.",
});

@InputType("NearFilter", { description: "A circle around a point." })
export class NearInput {
  @Field(() => GeoPointInput, { description: "Its middle." })
  point!: GeoPointInput;

  @Field(() => Int, {
    description: `Its radius in metres, ${searchRadiusMetres.smallest} to ${searchRadiusMetres.largest}.`,
  })
  withinMetres!: number;
}

/** What the condition `accessible` asks of a record. */
export const stepFreeCriteria = (
  accessible: boolean | null | undefined,
): { readonly stepFree?: "NO" | "YES" } =>
  typeof accessible === "boolean" ? { stepFree: accessible ? "YES" : "NO" } : {};

@ArgsType()
export class PlaceListArgs extends PageArgs {
  @Field(() => GraphQLDateTime, { nullable: true, description: updatedSinceDescription })
  updatedSince?: Date | null;

  @Field(() => PlaceOrderEnum, { defaultValue: "NAME", description: "In which order." })
  sort!: PlaceOrder;
}

/**
 * What the order and the circle of a list of places ask of the records.
 * @throws HubError BAD_USER_INPUT for a circle that cannot be, and for distances from nowhere.
 */
export function placeCriteria(
  near: NearInput | null | undefined,
  { sort, updatedSince }: Pick<PlaceListArgs, "sort" | "updatedSince">,
): { readonly near?: NearInput; readonly updatedSince?: Date } {
  if (near) {
    checkGeoPoint("filter.near.point", near.point);
    checkBounds("filter.near.withinMetres", near.withinMetres, searchRadiusMetres);
  }
  if (sort === "DISTANCE" && !near) throw fromNowhere();
  return { ...(near && { near }), ...(updatedSince && { updatedSince }) };
}

const fromNowhere = (): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: "sort is DISTANCE, but filter.near does not say from where.",
    messageIt: "sort è DISTANCE, ma filter.near non dice da dove.",
    hint: "Add near: { point, withinMetres } to the filter.",
    where: "sort",
  });
