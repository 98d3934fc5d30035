import { Field, ObjectType } from "type-graphql";
import type { Organization, OrganizationKind } from "../../domain/places/organization";
import { connectionType } from "../kit/connection.type";
import { PhoneType } from "../kit/contact.type";
import { enumType } from "../kit/enum-type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
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

@ObjectType("Organization", {
  description:
    "A body that does something: an authority, a unit of it, an agency, a company, an association (HSDS).",
  implements: NodeType,
  simpleResolvers: true,
})
export class OrganizationType extends NodeType implements Omit<Organization, "parentCode" | "sourceCodes"> {
  @Field(() => String, { description: "Stable key, for example ats-milano." })
  code!: string;

  @Field(() => String, { description: "Official name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Another name in use." })
  alternateName!: string | null;

  @Field(() => OrganizationKindEnum, { description: "What sort of body it is." })
  kind!: OrganizationKind;

  @Field(() => LocalizedTextType, { nullable: true, description: "What it does." })
  description!: LocalizedTextType | null;

  @Field(() => String, { nullable: true, description: "Its web site." })
  website!: string | null;

  @Field(() => String, { nullable: true, description: "Its e-mail address." })
  email!: string | null;

  @Field(() => [PhoneType], {
    nullable: true,
    description: "Telephones of its offices; empty where no source says.",
  })
  phones!: PhoneType[];

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "Its legal form as a source states it, for example a social cooperative.",
  })
  legalStatus!: LocalizedTextType | null;

  @Field(() => [ExternalIdentifierType], { description: "Its keys in public registers." })
  identifiers!: ExternalIdentifierType[];
}

export const OrganizationConnectionType = connectionType(
  "Organization",
  () => OrganizationType,
  "organisations",
);
