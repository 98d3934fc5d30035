import { limits } from "../../domain/kit/limits";
import { statusOf } from "../../domain/kit/status";
import type { Area } from "../../domain/places/area";
import { type Service, statesAgeLimit } from "../../domain/services/service";
import { filterUnder } from "../../queries/kit/filter-under";
import { findServices } from "../../queries/services/find-services";
import { listedLocationsOf } from "../../queries/services/locations-of";
import { nearestCentreOf } from "../../queries/services/nearest-centre-of";
import { placeOfService } from "../../queries/services/service-opening-place";
import { optional } from "../kit/argument";
import { field, fields, fieldWith, nonNullField, operation, queries } from "../kit/declare";
import { placeListArguments } from "../kit/place-list.input";
import { OperationalStatusEnum, statuses } from "../kit/standing.fields";
import { toTerm } from "../kit/taxonomy-term.type";
import { AreaType, toArea } from "../places/area.type";
import { walk } from "../places/nearest-centres.input";
import { NearbyCentreType } from "../places/nearest-centres.type";
import { openingFields } from "../places/opening.resolver";
import { toOrganization } from "../places/organization.type";
import { ServiceFilterInput } from "./service.input";
import { ServiceConnectionType, ServiceType, toService } from "./service.type";
import { ServiceAtLocationType } from "./service-at-location.type";

queries({
  services: operation(
    () => ServiceConnectionType,
    "Services that match a filter, by name or in another order.",
    {
      filter: optional(() => ServiceFilterInput, "Filter of services; all when absent."),
      ...placeListArguments,
    },
    ({ filter, ...page }, context) => findServices(filter, page, context),
  ),
  service: toService.byCodeAsOf("Service", "service", "ds1303:sspt"),
});

fields<Service>(() => ServiceType, {
  status: nonNullField(
    () => OperationalStatusEnum,
    "Operational status; UNKNOWN if no source states it.",
    statusOf,
  ),
  organization: toOrganization.one(
    "organizationCode",
    "Organisation responsible for the service; null if no source names one.",
  ),
  ...openingFields(placeOfService),
  locations: fieldWith(
    () => [ServiceAtLocationType],
    "Places that provide the service, by code, by status of the centre. Efficient in lists.",
    { statuses },
    (service: Service, { statuses }, context) => listedLocationsOf(service, statuses, context),
    limits.linkedRecords,
  ),
  nearestCentre: fieldWith(
    () => NearbyCentreType,
    "Centre nearest to a point that provides the service, with its distance on foot; null if no centre with a known position provides it.",
    walk,
    (service: Service, given, context) => nearestCentreOf(service, given, context),
  ),
  ageLimitStated: field(
    () => Boolean,
    "True if a source states an age limit. If false, the suitable ages are unknown, and a filter by age includes the service.",
    statesAgeLimit,
  ),
  serviceAreas: toArea.many(
    "serviceAreaCodes",
    "Areas with eligible residents, as stated by the source; empty if none is stated.",
  ),
  serviceTypes: toTerm.many(
    "serviceTypeCodes",
    "Types of service in the vocabulary of the city; empty if no source states any.",
  ),
  targetGroups: toTerm.many(
    "targetGroupCodes",
    "Target groups in the vocabulary of the city; empty if no source states any.",
  ),
});

fields<Area>(() => AreaType, {
  cityServices: fieldWith(
    () => ServiceConnectionType,
    "Services for the whole city of the area, by name or in another order. They are apart from the services of the area: `services` of a neighbourhood has none of them.",
    {
      filter: optional(
        () => ServiceFilterInput,
        "Filter of services; all of the city when absent. `serves` is rejected.",
      ),
      ...placeListArguments,
    },
    ({ code, cityCode }: Area, { filter, ...page }, context) =>
      findServices(filterUnder(filter, "serves", cityCode ?? code), page, context),
  ),
  services: fieldWith(
    () => ServiceConnectionType,
    "Services that serve at least a part of the area or lie in it, by name or in another order.",
    {
      filter: optional(
        () => ServiceFilterInput,
        "Filter of services; all of the area when absent. `area` is rejected.",
      ),
      ...placeListArguments,
    },
    ({ code }: Area, { filter, ...page }, context) =>
      findServices(filterUnder(filter, "area", code), page, context),
  ),
});
