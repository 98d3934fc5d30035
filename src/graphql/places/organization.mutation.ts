import { Field, InputType } from "type-graphql";
import type { OrganizationKind } from "../../domain/places/organization";
import { ExternalIdentifierInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { editMutations, mergeMutation } from "../kit/edit-mutations";
import { OrganizationKindEnum, OrganizationType } from "./organization.type";

@InputType("OrganizationFields", {
  description: "What is known of a body. What is left out stays as it is; null says that it is not known.",
})
class OrganizationFieldsInput {
  @Field(() => String, { nullable: true, description: "Official name; a new body needs one." })
  name!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Another name in use." })
  alternateName!: string | null | undefined;

  @Field(() => OrganizationKindEnum, {
    nullable: true,
    description: "What sort of body it is; a new one is INFORMAL until this is said.",
  })
  kind!: OrganizationKind | null | undefined;

  @Field(() => LocalizedTextInput, { nullable: true, description: "What it does." })
  description!: LocalizedTextInput | null | undefined;

  @Field(() => String, { nullable: true, description: "Code of the body that it is a unit of." })
  parent!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Its web site." })
  website!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Its e-mail address." })
  email!: string | null | undefined;

  @Field(() => [PhoneInput], { nullable: true, description: "All telephones of its offices." })
  phones!: PhoneInput[] | null | undefined;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Its legal form." })
  legalStatus!: LocalizedTextInput | null | undefined;

  @Field(() => [ExternalIdentifierInput], {
    nullable: true,
    description: "All its keys in public registers.",
  })
  identifiers!: ExternalIdentifierInput[] | null | undefined;
}

const named = { type: "organization", name: "Organization", field: "organization", noun: "body" } as const;

const { resolver, payload } = editMutations<"organization", OrganizationFieldsInput>({
  ...named,
  node: () => OrganizationType,
  input: OrganizationFieldsInput,
  fields: {
    name: ["name", "REFUSED"],
    alternateName: ["alternateName", "UNKNOWN"],
    kind: ["kind", "REFUSED"],
    description: ["description", "UNKNOWN"],
    parent: ["parentCode", "UNKNOWN"],
    website: ["website", "UNKNOWN"],
    email: ["email", "UNKNOWN"],
    phones: ["phones", "EMPTY"],
    legalStatus: ["legalStatus", "UNKNOWN"],
    identifiers: ["identifiers", "EMPTY"],
  },
  before: (code, { loaders }) => loaders.organization.load(code),
});

export const OrganizationMutationResolver = resolver;
export const OrganizationMergeResolver = mergeMutation(named, payload);
