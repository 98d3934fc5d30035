import type { Organization } from "../../domain/places/organization";
import { optional } from "../kit/argument";
import { fields, queries } from "../kit/declare";
import { listArguments, pageArguments } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import {
  OrganizationConnectionType,
  OrganizationFilterInput,
  OrganizationType,
  toOrganization,
} from "./organization.type";

queries({
  organizations: pageOf(
    () => OrganizationConnectionType,
    "All organisations, by code.",
    {
      filter: optional(() => OrganizationFilterInput, "Filter of organisations; all when absent."),
      ...listArguments,
    },
    ({ organizations }, { filter, ...page }) => organizations.page(page, { kind: filter?.kind }),
  ),
  organization: toOrganization.byCodeAsOf("Organization", "organisation", "comune-milano"),
});

fields<Organization>(() => OrganizationType, {
  parent: toOrganization.one("parentCode", "Parent organisation of a unit."),
  units: pageOf(
    () => OrganizationConnectionType,
    "Units of the organisation, by name.",
    pageArguments,
    ({ organizations }, page, { code }) => organizations.units(code, page),
  ),
});
