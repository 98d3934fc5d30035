import { HubError } from "../../domain/kit/errors";
import { type StatusOrUnknown, wantedStatuses } from "../../domain/kit/status";
import {
  type CareDomain,
  highestAge,
  isLanguageTag,
  type Service,
  type ServiceChannel,
} from "../../domain/services/service";
import type { Near } from "../../storage/places/centres-near";
import { checkBounds } from "../kit/check-bounds";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import type { OpeningPlace } from "../places/opening-place";
import { type OpeningFilter, openingSelection } from "../places/opening-selection";
import type { PlaceListRequest } from "../places/place-list";
import { placeCriteria, yesOrNo } from "../places/place-list";
import { locationsOf } from "./locations-of";
import { placeOfLocation, placeOfService } from "./service-opening-place";

/** All conditions must hold; absent ones exclude nothing. */
export interface ServiceFilter extends OpeningFilter {
  /** Code of an area of any level: covered at least in part, or the area of a location. */
  readonly area?: string | null | undefined;
  /** Code of an area that it is for as a whole. */
  readonly serves?: string | null | undefined;
  readonly organization?: string | null | undefined;
  readonly statuses?: readonly StatusOrUnknown[] | null | undefined;
  readonly targetGroup?: string | null | undefined;
  readonly serviceType?: string | null | undefined;
  readonly careDomain?: CareDomain | null | undefined;
  readonly freeOfCharge?: boolean | null | undefined;
  readonly accessible?: boolean | null | undefined;
  readonly near?: Near | null | undefined;
  /** Whole years. */
  readonly age?: number | null | undefined;
  readonly channel?: ServiceChannel | null | undefined;
  /** BCP 47. */
  readonly language?: string | null | undefined;
}

/**
 * The services that meet a filter, by name or in another order.
 * @throws HubError UNKNOWN_CODE for an area, organisation, group or type that does not exist; BAD_USER_INPUT for an
 * invalid age or language, and for an impossible circle.
 */
export function findServices(
  filter: ServiceFilter | null | undefined,
  page: PlaceListRequest,
  context: QueryContext,
): Connection<Service> {
  const [age, language] = [checkedAge(filter?.age), checkedLanguage(filter?.language)];
  const criteria = {
    ...knownCodes(context.records, filter, {
      area: "area",
      organization: "organization",
      serves: "area",
      targetGroup: "taxonomyTerm",
      serviceType: "taxonomyTerm",
    }),
    ...placeCriteria(filter?.near, page),
    age,
    careDomain: filter?.careDomain ?? undefined,
    channel: filter?.channel ?? undefined,
    freeOfCharge: yesOrNo(filter?.freeOfCharge),
    language,
    statuses: wantedStatuses(filter?.statuses),
    stepFree: yesOrNo(filter?.accessible),
  };
  const selection = openingSelection(filter, (service: Service) => placesOf(service, context), context);
  return toConnection(context.repositories.services.page(criteria, page, selection, page.sort), page);
}

function placesOf(service: Service, context: QueryContext): OpeningPlace[] {
  const locations = locationsOf(service, context);
  const places = locations.map((location) => placeOfLocation(location, context));
  return service.openingRules == null ? places : [placeOfService(service), ...places];
}

function checkedAge(age: number | null | undefined): number | undefined {
  if (age !== null && age !== undefined) checkBounds("filter.age", age, ages);
  return age ?? undefined;
}

const ages = { smallest: 0, largest: highestAge };

function checkedLanguage(tag: string | null | undefined): string | undefined {
  if (tag === null || tag === undefined || isLanguageTag(tag)) return tag ?? undefined;
  throw new HubError("BAD_USER_INPUT", "language", { tag }, { where: "filter.language" });
}
