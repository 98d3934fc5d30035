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

/** A fact that is known to be so, or known not to be so, as a condition on records. */
export const yesOrNo = (wanted: boolean | null | undefined): "NO" | "YES" | undefined =>
  typeof wanted === "boolean" ? (wanted ? "YES" : "NO") : undefined;

/**
 * The order and the circle of a list of places, as conditions on records.
 * @throws HubError BAD_USER_INPUT for an impossible circle, and for an order by distance without a point.
 */
export function placeCriteria(
  near: Near | null | undefined,
  { sort, updatedSince }: Pick<PlaceListRequest, "sort" | "updatedSince">,
) {
  if (near) {
    checkGeoPoint("filter.near.point", near.point);
    checkBounds("filter.near.withinMetres", near.withinMetres, limits.searchRadiusMetres);
  }
  if (sort === "DISTANCE" && !near)
    throw new HubError("BAD_USER_INPUT", "sortWithoutPoint", null, { where: "sort" });
  return { near: near ?? undefined, updatedSince: updatedSince ?? undefined };
}
