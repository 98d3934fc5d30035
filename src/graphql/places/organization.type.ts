import type { Organization, OrganizationKind } from "../../domain/places/organization";
import { connectionType } from "../kit/connection.type";
import { PhoneType } from "../kit/contact.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";

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
});

@Output(
  "Organization",
  "Organisation: authority, unit of an authority, agency, company or association (HSDS).",
  NodeType,
)
export class OrganizationType extends NodeType implements Omit<Organization, "parentCode" | "sourceCodes"> {
  @NonNull(() => String, "Stable key, for example ats-milano.")
  code!: string;

  @NonNull(() => String, "Official name.")
  name!: string;

  @Nullable(() => String, "Alternative name.")
  alternateName!: string | null;

  @NonNull(() => OrganizationKindEnum, "Kind of organisation.")
  kind!: OrganizationKind;

  @Nullable(() => LocalizedTextType, "Tasks of the organisation.")
  description!: LocalizedTextType | null;

  @Nullable(() => String, "Website.")
  website!: string | null;

  @Nullable(() => String, "E-mail address.")
  email!: string | null;

  @Nullable(() => [PhoneType], "Telephones of its offices; empty if no source states any.")
  phones!: PhoneType[];

  @Nullable(() => LocalizedTextType, "Legal form as stated by a source, for example a social cooperative.")
  legalStatus!: LocalizedTextType | null;

  @NonNull(() => [ExternalIdentifierType], "Identifiers in public registers.")
  identifiers!: ExternalIdentifierType[];
}

export const OrganizationConnectionType = connectionType(
  "Organization",
  () => OrganizationType,
  "organisations",
);

export const toOrganization = linkTo(() => OrganizationType, "organization");
