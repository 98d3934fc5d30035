import type { Organization } from "../../domain/places/organization";
import { fields } from "../kit/declare";
import { PageArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { OrganizationType } from "../places/organization.type";
import { ServiceConnectionType } from "./service.type";

fields<Organization>(() => OrganizationType, {
  services: pageOf(
    () => ServiceConnectionType,
    "The services that it answers for, by name, without those of its units. One read for each body that is asked.",
    PageArgs,
    ({ services }, page, { code }) => services.page({ organizationCode: code }, page),
  ),
});
