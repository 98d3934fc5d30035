import { type Service, statesAgeLimit } from "../../domain/services/service";
import { findServices } from "../../queries/services/find-services";
import { locationsOf } from "../../queries/services/locations-of";
import { optional } from "../kit/argument";
import { field, fields, operation, queries } from "../kit/declare";
import { PlaceListArgs } from "../kit/place-list.input";
import { sourceRefs } from "../kit/source-ref.type";
import { toTerm } from "../kit/taxonomy-term.type";
import { toArea } from "../places/area.type";
import { toOrganization } from "../places/organization.type";
import { ServiceFilterInput } from "./service.input";
import { ServiceConnectionType, ServiceType, toService } from "./service.type";
import { ServiceAtLocationType } from "./service-at-location.type";

queries({
  services: operation(
    () => ServiceConnectionType,
    "The services that meet a filter, by name or in another order.",
    { filter: optional(() => ServiceFilterInput, "Which services; all when absent."), page: PlaceListArgs },
    ({ filter, page }, context) => findServices(filter, page, context),
  ),
  service: toService.byCodeAsOf(
    "Service",
    "One service by its code; null if there is none.",
    "For example ds1303:sspt.",
  ),
});

fields<Service>(() => ServiceType, {
  organization: toOrganization.one("organizationCode", "The body that answers for it."),
  locations: field(
    () => [ServiceAtLocationType],
    "The places that give it, by code. Cheap for whole lists of services.",
    locationsOf,
  ),
  ageLimitStated: field(
    () => Boolean,
    "Whether a source states an age limit. False: whether it is for a given age is not known, and a filter by age includes it.",
    statesAgeLimit,
  ),
  serviceAreas: toArea.many(
    "serviceAreaCodes",
    "The areas whose people it is for, as its source states them; empty where none does.",
  ),
  serviceTypes: toTerm.many(
    "serviceTypeCodes",
    "What type of service it is, in the city's words; empty where no source says.",
  ),
  targetGroups: toTerm.many(
    "targetGroupCodes",
    "For whom it is, in the city's words; empty where no source says.",
  ),
  sourceRefs,
});
