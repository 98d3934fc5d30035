import type { Organization } from "../../domain/places/organization";
import { findOrganizations } from "../../queries/places/find-organizations";
import { optional } from "../kit/argument";
import { fields, operation, queries } from "../kit/declare";
import { ListArgs, PageArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
import { OrganizationFilterInput } from "./organization.input";
import { OrganizationConnectionType, OrganizationType, toOrganization } from "./organization.type";

queries({
  organizations: operation(
    () => OrganizationConnectionType,
    "The bodies that the hub knows, by code.",
    {
      filter: optional(() => OrganizationFilterInput, "Which organisations; all when absent."),
      page: ListArgs,
    },
    ({ filter, page }, context) => findOrganizations(filter, page, context),
  ),
  organization: toOrganization.byCodeAsOf(
    "Organization",
    "One body by its code; null if there is none.",
    "For example comune-milano.",
  ),
});

fields<Organization>(() => OrganizationType, {
  parent: toOrganization.one("parentCode", "The body that this one is a unit of."),
  units: pageOf(
    () => OrganizationConnectionType,
    "The bodies that are a unit of this one, by name. One read for each body that is asked.",
    PageArgs,
    ({ organizations }, page, { code }) => organizations.units(code, page),
  ),
  sourceRefs,
});
