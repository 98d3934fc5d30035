import { type OrganizationKind, organizationRecord } from "../../domain/places/organization";
import { Input, Nullable } from "../kit/decorators";
import { ExternalIdentifierInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { editMutations } from "../kit/edit-mutations";
import { OrganizationKindEnum, toOrganization } from "./organization.type";

@Input(
  "OrganizationFields",
  "What is known of a body. What is left out stays as it is; null says that it is not known.",
)
class OrganizationFieldsInput {
  @Nullable(() => String, "Official name; a new body needs one.")
  name!: string | null | undefined;

  @Nullable(() => String, "Another name in use.")
  alternateName!: string | null | undefined;

  @Nullable(() => OrganizationKindEnum, "What sort of body it is; a new one is INFORMAL until this is said.")
  kind!: OrganizationKind | null | undefined;

  @Nullable(() => LocalizedTextInput, "What it does.")
  description!: LocalizedTextInput | null | undefined;

  @Nullable(() => String, "Code of the body that it is a unit of.")
  parent!: string | null | undefined;

  @Nullable(() => String, "Its web site.")
  website!: string | null | undefined;

  @Nullable(() => String, "Its e-mail address.")
  email!: string | null | undefined;

  @Nullable(() => [PhoneInput], "All telephones of its offices.")
  phones!: PhoneInput[] | null | undefined;

  @Nullable(() => LocalizedTextInput, "Its legal form.")
  legalStatus!: LocalizedTextInput | null | undefined;

  @Nullable(() => [ExternalIdentifierInput], "All its keys in public registers.")
  identifiers!: ExternalIdentifierInput[] | null | undefined;
}

editMutations<"organization", OrganizationFieldsInput>({
  type: "organization",
  definition: organizationRecord,
  noun: "body",
  to: toOrganization,
  input: OrganizationFieldsInput,
  mergeable: true,
});
