import { distinctSorted } from "../../domain/kit/distinct";
import { limits } from "../../domain/kit/limits";
import { type StatusOrUnknown, wantedStatuses } from "../../domain/kit/status";
import type { Centre, EquipmentFeature } from "../../domain/places/centre";
import type { CentreCriteria } from "../../storage/places/centre.repository";
import type { Near } from "../../storage/places/centres-near";
import { checkCount } from "../kit/check-bounds";
import { type Connection, toConnection } from "../kit/connection";
import { allKnown, knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { placeOfCentre } from "./opening-place";
import { type OpeningFilter, openingSelection } from "./opening-selection";
import type { PlaceListRequest } from "./place-list";
import { placeCriteria, yesOrNo } from "./place-list";

/** All conditions must hold; absent ones exclude nothing. */
export interface CentreFilter extends OpeningFilter {
  /** Code of an area of any level. */
  readonly area?: string | null | undefined;
  /** Codes of kinds: the present kind is one of them. */
  readonly kinds?: readonly string[] | null | undefined;
  readonly strategy?: string | null | undefined;
  readonly statuses?: readonly StatusOrUnknown[] | null | undefined;
  readonly equipment?: readonly EquipmentFeature[] | null | undefined;
  readonly accessible?: boolean | null | undefined;
  readonly near?: Near | null | undefined;
}

/**
 * The centres that meet a filter, by name or in another order.
 * @throws HubError BAD_USER_INPUT for an impossible circle, and as `recordCriteria`.
 */
export function findCentres(
  filter: CentreFilter | null | undefined,
  page: PlaceListRequest,
  context: QueryContext,
): Connection<Centre> {
  const criteria = { ...recordCriteria(filter, context), ...placeCriteria(filter?.near, page) };
  const selection = openingSelection(filter, (centre: Centre) => [placeOfCentre(centre)], context);
  return toConnection(context.repositories.centres.page(criteria, page, selection, page.sort), page);
}

/**
 * The conditions of a filter on records, without its circle and its opening times.
 * @throws HubError UNKNOWN_CODE for an area, kind or strategy that does not exist; BAD_USER_INPUT for too many kinds.
 */
export function recordCriteria(
  filter: CentreFilter | null | undefined,
  { records }: QueryContext,
): CentreCriteria {
  const codes = knownCodes(records, filter, { area: "area", strategy: "strategy" });
  const kinds = distinctSorted(filter?.kinds ?? []);
  checkCount("filter.kinds", kinds, { smallest: 0, largest: limits.filterKinds });
  const known = allKnown(records, "taxonomyTerm", "filter.kinds", kinds);
  const kindCodes = distinctSorted(known.map(({ code }) => code));
  const equipment = distinctSorted(filter?.equipment ?? []);
  return {
    ...codes,
    ...(kindCodes.length > 0 && { kindCodes }),
    equipment,
    statuses: wantedStatuses(filter?.statuses),
    stepFree: yesOrNo(filter?.accessible),
  };
}
