import type { Area } from "../../domain/places/area";
import { organizationsOfArea } from "../../queries/strategy/organizations-of-area";
import { optional } from "../kit/argument";
import { fields, fieldWith } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { AreaType } from "../places/area.type";
import { OrganizationConnectionType, OrganizationFilterInput } from "../places/organization.type";

fields<Area>(() => AreaType, {
  organizations: fieldWith(
    () => OrganizationConnectionType,
    "Organisations at work in the area, by code. They manage or own a centre there, are responsible for a service of the area, or are present members of a partnership that names it. Reads all of these for each area, of at most 20,000 centres.",
    { filter: optional(() => OrganizationFilterInput, "Filter of organisations."), ...pageArguments },
    organizationsOfArea,
  ),
});
