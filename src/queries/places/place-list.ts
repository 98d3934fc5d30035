import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { PageRequest } from "../../storage/engine/page";
import type { PlaceOrder } from "../../storage/places/centre.repository";
import type { Near } from "../../storage/places/centres-near";
import { checkBounds, checkGeoPoint } from "../kit/check-bounds";

/** The arguments of lists of centres and of services, beside their filters. */
export interface PlaceListRequest extends PageRequest {
  /** Only records that were written at this instant or later. */
  readonly updatedSince?: Date | null;
  readonly sort: PlaceOrder;
}

/** The condition `accessible`, as a condition on records. */
export const stepFreeCriteria = (
  accessible: boolean | null | undefined,
): { readonly stepFree?: "NO" | "YES" } =>
  typeof accessible === "boolean" ? { stepFree: accessible ? "YES" : "NO" } : {};

/**
 * The order and the circle of a list of places, as conditions on records.
 * @throws HubError BAD_USER_INPUT for an impossible circle, and for an order by distance without a point.
 */
export function placeCriteria(
  near: Near | null | undefined,
  { sort, updatedSince }: Pick<PlaceListRequest, "sort" | "updatedSince">,
): { readonly near?: Near; readonly updatedSince?: Date } {
  if (near) {
    checkGeoPoint("filter.near.point", near.point);
    checkBounds("filter.near.withinMetres", near.withinMetres, limits.searchRadiusMetres);
  }
  if (sort === "DISTANCE" && !near)
    throw new HubError("BAD_USER_INPUT", "sortWithoutPoint", null, { where: "sort" });
  return { ...(near && { near }), ...(updatedSince && { updatedSince }) };
}
