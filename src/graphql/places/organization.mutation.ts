import { type OrganizationKind, organizationRecord } from "../../domain/places/organization";
import { Input, Nullable } from "../kit/decorators";
import { ExternalIdentifierInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { editMutations } from "../kit/edit-mutations";
import { OrganizationKindEnum, toOrganization } from "./organization.type";

@Input(
  "OrganizationFields",
  "Facts about an organisation. Omitted fields stay unchanged; null means unknown.",
)
class OrganizationFieldsInput {
  @Nullable(() => String, "Official name; required for a new organisation.")
  name!: string | null | undefined;

  @Nullable(() => String, "Alternative name.")
  alternateName!: string | null | undefined;

  @Nullable(() => OrganizationKindEnum, "Kind of organisation; INFORMAL for a new organisation when absent.")
  kind!: OrganizationKind | null | undefined;

  @Nullable(() => LocalizedTextInput, "Tasks of the organisation.")
  description!: LocalizedTextInput | null | undefined;

  @Nullable(() => String, "Code of the parent organisation.")
  parent!: string | null | undefined;

  @Nullable(() => String, "Website.")
  website!: string | null | undefined;

  @Nullable(() => String, "E-mail address.")
  email!: string | null | undefined;

  @Nullable(() => [PhoneInput], "All telephones of its offices; they replace the previous list.")
  phones!: PhoneInput[] | null | undefined;

  @Nullable(() => LocalizedTextInput, "Legal form.")
  legalStatus!: LocalizedTextInput | null | undefined;

  @Nullable(
    () => [ExternalIdentifierInput],
    "All identifiers in public registers; they replace the previous list.",
  )
  identifiers!: ExternalIdentifierInput[] | null | undefined;
}

editMutations<"organization", OrganizationFieldsInput>({
  type: "organization",
  definition: organizationRecord,
  noun: "an organisation",
  to: toOrganization,
  input: OrganizationFieldsInput,
  mergeable: true,
});
