import type { Organization } from "../../domain/places/organization";
import type { Partnership, PartnershipMember } from "../../domain/strategy/partnership";
import { findPartnerships } from "../../queries/strategy/find-partnerships";
import { optional } from "../kit/argument";
import { fields, operation, queries } from "../kit/declare";
import { ListArgs, PageArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
import { toArea } from "../places/area.type";
import { OrganizationType, toOrganization } from "../places/organization.type";
import {
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
    "The partnerships that the hub knows, by code.",
    {
      filter: optional(() => PartnershipFilterInput, "Which partnerships; all when absent."),
      page: ListArgs,
    },
    ({ filter, page }, context) => findPartnerships(filter, page, context),
  ),
  partnership: toPartnership.byCode(
    "One partnership by its code; null if there is none.",
    "For example mi-over-net-institutional.",
  ),
});

fields<Partnership>(() => PartnershipType, {
  strategy: toStrategy.one("strategyCode", "The strategy that it serves."),
  areas: toArea.many("areaCodes", "Where it works."),
  sourceRefs,
});

fields<PartnershipMember>(() => PartnershipMemberType, {
  organization: toOrganization.one("organizationCode", "The member."),
});

fields<Organization>(() => OrganizationType, {
  partnerships: pageOf(
    () => PartnershipConnectionType,
    "The partnerships of which it is a member, by code. One read for each body that is asked.",
    PageArgs,
    ({ partnerships }, page, { code }) => partnerships.ofOrganization(code, page),
  ),
});
