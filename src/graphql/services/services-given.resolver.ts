import { limits } from "../../domain/kit/limits";
import { wantedStatuses } from "../../domain/kit/status";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { Organization } from "../../domain/places/organization";
import { servicesAt, servicesOfCentre } from "../../queries/services/services-given";
import { fields, fieldWith } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { statuses } from "../kit/standing.fields";
import { CentreType } from "../places/centre.type";
import { LocationObjectType } from "../places/location.type";
import { OrganizationType } from "../places/organization.type";
import { ServiceConnectionType } from "./service.type";
import { ServiceAtLocationType } from "./service-at-location.type";

fields<Centre>(() => CentreType, {
  services: fieldWith(
    () => [ServiceAtLocationType],
    "Services that the centre provides, by code; empty if no source states any. Efficient in lists.",
    { statuses },
    (centre: Centre, { statuses }, context) => servicesOfCentre(centre, statuses, context),
    limits.linkedRecords,
  ),
});

fields<Location>(() => LocationObjectType, {
  services: fieldWith(
    () => [ServiceAtLocationType],
    "Services that the centres in the building or site provide.",
    { statuses },
    (location: Location, { statuses }, context) => servicesAt(location, statuses, context),
    limits.linkedRecords,
  ),
});

fields<Organization>(() => OrganizationType, {
  services: pageOf(
    () => ServiceConnectionType,
    "Services that the organisation is responsible for, by name, without those of its units.",
    { statuses, ...pageArguments },
    ({ services }, { statuses, ...page }, { code }) =>
      services.page({ organizationCode: code, statuses: wantedStatuses(statuses) }, page),
  ),
});
