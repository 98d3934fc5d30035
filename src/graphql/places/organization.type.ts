import type { Organization, OrganizationKind } from "../../domain/places/organization";
import { optional } from "../kit/argument";
import { connectionType } from "../kit/connection.type";
import { PhoneType } from "../kit/contact.type";
import { enumType } from "../kit/enum-type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { input } from "../kit/input";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";

export const OrganizationKindEnum = enumType<OrganizationKind>("OrganizationKind", "Kind of organisation.", {
  EU_REGIONAL: "A region or an institution of the European Union.",
  HEALTH_AGENCY: "Health protection agency for planning, contracting and control (in Lombardy an ATS).",
  HEALTH_TRUST: "Trust that provides health and social care (in Lombardy an ASST).",
  HOUSING_COMPANY: "Company that owns or runs public housing (for example ALER).",
  INFORMAL: "Group without a legal form.",
  MUNICIPALITY: "Municipality.",
  PRIVATE: "Private company.",
  PUBLIC_UNIT: "Unit of a public organisation, for example a municipal directorate.",
  THIRD_SECTOR: "Third-sector organisation (ETS): association, cooperative or foundation.",
  UNKNOWN: "No source states the kind, or no other kind fits.",
});

export const OrganizationType = node<Organization, "parentCode" | "sourceCodes">(
  "Organization",
  "Organisation: authority, unit of an authority, agency, company or association (HSDS).",
  {
    code: nonNull(() => String, "Stable key, for example ats-milano."),
    name: nonNull(() => String, "Official name."),
    alternateName: nullable(() => String, "Alternative name."),
    kind: nonNull(() => OrganizationKindEnum, "Kind of organisation."),
    description: nullable(() => LocalizedTextType, "Tasks of the organisation."),
    website: nullable(() => String, "Website."),
    email: nullable(() => String, "E-mail address."),
    phones: nullable(() => [PhoneType], "Telephones of its offices; empty if no source states any."),
    legalStatus: nullable(
      () => LocalizedTextType,
      "Legal form as stated by a source, for example a social cooperative.",
    ),
    identifiers: nonNull(() => [ExternalIdentifierType], "Identifiers in public registers."),
  },
);

export const OrganizationFilterInput = input(
  "OrganizationFilter",
  "Filter of organisations; without conditions all organisations match.",
  { kind: optional(() => OrganizationKindEnum, "Kind of organisation.") },
);

export const OrganizationConnectionType = connectionType(
  "Organization",
  () => OrganizationType,
  "organisations",
);

export const toOrganization = linkTo(() => OrganizationType, "organization");
