import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { Organization } from "../../domain/places/organization";
import { servicesAt, servicesOfCentre } from "../../queries/services/services-given";
import { field, fields } from "../kit/declare";
import { PageArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { CentreType } from "../places/centre.type";
import { LocationObjectType } from "../places/location.type";
import { OrganizationType } from "../places/organization.type";
import { ServiceConnectionType } from "./service.type";
import { ServiceAtLocationType } from "./service-at-location.type";

fields<Centre>(() => CentreType, {
  services: field(
    () => [ServiceAtLocationType],
    "The services that it gives, by code; empty where no source tells of any. Cheap for whole lists.",
    servicesOfCentre,
  ),
});

fields<Location>(() => LocationObjectType, {
  services: field(
    () => [ServiceAtLocationType],
    "The services that are given there, by all its centres.",
    servicesAt,
  ),
});

fields<Organization>(() => OrganizationType, {
  services: pageOf(
    () => ServiceConnectionType,
    "The services that it answers for, by name, without those of its units. One read for each body that is asked.",
    PageArgs,
    ({ services }, page, { code }) => services.page({ organizationCode: code }, page),
  ),
});
