import { limits } from "../../domain/kit/limits";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { Organization } from "../../domain/places/organization";
import { servicesAt, servicesOfCentre } from "../../queries/services/services-given";
import { field, fields } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { CentreType } from "../places/centre.type";
import { LocationObjectType } from "../places/location.type";
import { OrganizationType } from "../places/organization.type";
import { ServiceConnectionType } from "./service.type";
import { ServiceAtLocationType } from "./service-at-location.type";

fields<Centre>(() => CentreType, {
  services: field(
    () => [ServiceAtLocationType],
    "Services that the centre provides, by code; empty if no source states any. Efficient in lists.",
    servicesOfCentre,
    limits.linkedRecords,
  ),
});

fields<Location>(() => LocationObjectType, {
  services: field(
    () => [ServiceAtLocationType],
    "Services that the centres in the building or site provide.",
    servicesAt,
    limits.linkedRecords,
  ),
});

fields<Organization>(() => OrganizationType, {
  services: pageOf(
    () => ServiceConnectionType,
    "Services that the organisation is responsible for, by name, without those of its units. Costs one read for each organisation.",
    pageArguments,
    ({ services }, page, { code }) => services.page({ organizationCode: code }, page),
  ),
});
