import type { Organization, OrganizationKind } from "../../domain/places/organization";
import { connectionType } from "../kit/connection.type";
import { PhoneType } from "../kit/contact.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";

export const OrganizationKindEnum = enumType<OrganizationKind>(
  "OrganizationKind",
  "What sort of body it is.",
  {
    EU_REGIONAL: "A region or a body of the European Union.",
    HEALTH_AGENCY: "A health protection agency: it plans, contracts and controls (in Lombardy an ATS).",
    HEALTH_TRUST: "A trust that gives health and social care (in Lombardy an ASST).",
    HOUSING_COMPANY: "A company that owns or runs public housing (for example ALER).",
    INFORMAL: "A group without legal form.",
    MUNICIPALITY: "A municipality.",
    PRIVATE: "A private company.",
    PUBLIC_UNIT: "A unit of a public body, for example a municipal directorate.",
    THIRD_SECTOR: "A third-sector body (ETS): association, cooperative, foundation.",
  },
);

@Output(
  "Organization",
  "A body that does something: an authority, a unit of it, an agency, a company, an association (HSDS).",
  NodeType,
)
export class OrganizationType extends NodeType implements Omit<Organization, "parentCode" | "sourceCodes"> {
  @NonNull(() => String, "Stable key, for example ats-milano.")
  code!: string;

  @NonNull(() => String, "Official name.")
  name!: string;

  @Nullable(() => String, "Another name in use.")
  alternateName!: string | null;

  @NonNull(() => OrganizationKindEnum, "What sort of body it is.")
  kind!: OrganizationKind;

  @Nullable(() => LocalizedTextType, "What it does.")
  description!: LocalizedTextType | null;

  @Nullable(() => String, "Its web site.")
  website!: string | null;

  @Nullable(() => String, "Its e-mail address.")
  email!: string | null;

  @Nullable(() => [PhoneType], "Telephones of its offices; empty where no source says.")
  phones!: PhoneType[];

  @Nullable(
    () => LocalizedTextType,
    "Its legal form as a source states it, for example a social cooperative.",
  )
  legalStatus!: LocalizedTextType | null;

  @NonNull(() => [ExternalIdentifierType], "Its keys in public registers.")
  identifiers!: ExternalIdentifierType[];
}

export const OrganizationConnectionType = connectionType(
  "Organization",
  () => OrganizationType,
  "organisations",
);

export const toOrganization = linkTo(() => OrganizationType, "organization");
