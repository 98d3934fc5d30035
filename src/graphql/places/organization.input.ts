import { optional } from "../kit/argument";
import { input } from "../kit/input";
import { OrganizationKindEnum } from "./organization.type";

export const OrganizationFilterInput = input(
  "OrganizationFilter",
  "Filter of organisations; without conditions all organisations match.",
  {
    kind: optional(() => OrganizationKindEnum, "Kind of organisation."),
  },
);
