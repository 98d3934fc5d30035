import type { Area } from "../../domain/places/area";
import type { Organization } from "../../domain/places/organization";
import { type Partnership, type PartnershipMember, presenceOf } from "../../domain/strategy/partnership";
import { findPartnerships, partnershipsOfArea } from "../../queries/strategy/find-partnerships";
import { optional } from "../kit/argument";
import { fields, fieldWith, nonNullField, operation, queries } from "../kit/declare";
import { listArguments, pageArguments } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { AreaType, toArea } from "../places/area.type";
import { OrganizationType, toOrganization } from "../places/organization.type";
import {
  MembershipPresenceEnum,
  PartnershipConnectionType,
  PartnershipFilterInput,
  PartnershipMemberType,
  PartnershipType,
  toPartnership,
} from "./partnership.type";
import { toStrategy } from "./strategy.type";

queries({
  partnerships: operation(
    () => PartnershipConnectionType,
    "All partnerships, by code.",
    {
      filter: optional(() => PartnershipFilterInput, "Filter of partnerships; all when absent."),
      ...listArguments,
    },
    ({ filter, ...page }, context) => findPartnerships(filter, page, context),
  ),
  partnership: toPartnership.byCode("partnership", "mi-over-net-institutional"),
});

fields<Partnership>(() => PartnershipType, {
  strategy: toStrategy.one("strategyCode", "Strategy that the partnership serves."),
  areas: toArea.many("areaCodes", "Areas of the partnership."),
});

fields<PartnershipMember>(() => PartnershipMemberType, {
  organization: toOrganization.one("organizationCode", "The member organisation."),
  areas: toArea.many(
    "areaCodes",
    "Areas that a source names for this member. If no member has any, the areas of the partnership hold for all.",
  ),
  presence: nonNullField(
    () => MembershipPresenceEnum,
    "Whether the member still has the role; UNKNOWN unless a source states it.",
    presenceOf,
  ),
});

fields<Organization>(() => OrganizationType, {
  partnerships: pageOf(
    () => PartnershipConnectionType,
    "Partnerships with this organisation as a member, by code.",
    pageArguments,
    ({ partnerships }, page, { code }) => partnerships.ofOrganization(code, page),
  ),
});

fields<Area>(() => AreaType, {
  partnerships: fieldWith(
    () => PartnershipConnectionType,
    "Partnerships that name the area, by code.",
    {
      filter: optional(() => PartnershipFilterInput, "Filter of partnerships; all of the area when absent."),
      ...pageArguments,
    },
    (area: Area, { filter, ...page }, context) => partnershipsOfArea(area, filter, page, context),
  ),
});
