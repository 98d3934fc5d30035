import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { PageRequest } from "../../storage/engine/page";
import type { PlaceOrder } from "../../storage/places/centre.repository";
import type { Near } from "../../storage/places/centres-near";
import { checkBounds, checkGeoPoint } from "../kit/check-bounds";

/** What lists of centres and of services are asked beside their filters. */
export interface PlaceListRequest extends PageRequest {
  /** Only records that were written at this instant or later. */
  readonly updatedSince?: Date | null;
  readonly sort: PlaceOrder;
}

/** What the condition `accessible` asks of a record. */
export const stepFreeCriteria = (
  accessible: boolean | null | undefined,
): { readonly stepFree?: "NO" | "YES" } =>
  typeof accessible === "boolean" ? { stepFree: accessible ? "YES" : "NO" } : {};

/**
 * What the order and the circle of a list of places ask of the records.
 * @throws HubError BAD_USER_INPUT for a circle that cannot be, and for distances from nowhere.
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
