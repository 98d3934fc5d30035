import { organizationRecord } from "../../domain/places/organization";
import { optional } from "../kit/argument";
import { ExternalIdentifierInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { editMutations } from "../kit/edit-mutations";
import { OrganizationKindEnum, toOrganization } from "./organization.type";

editMutations({
  type: "organization",
  definition: organizationRecord,
  noun: "an organisation",
  to: toOrganization,
  fields: {
    name: optional(() => String, "Official name; required for a new organisation."),
    alternateName: optional(() => String, "Alternative name."),
    kind: optional(
      () => OrganizationKindEnum,
      "Kind of organisation; INFORMAL for a new organisation when absent.",
    ),
    description: optional(() => LocalizedTextInput, "Tasks of the organisation."),
    parent: optional(() => String, "Code of the parent organisation."),
    website: optional(() => String, "Website."),
    email: optional(() => String, "E-mail address."),
    phones: optional(() => [PhoneInput], "All telephones of its offices; they replace the previous list."),
    legalStatus: optional(() => LocalizedTextInput, "Legal form."),
    identifiers: optional(
      () => [ExternalIdentifierInput],
      "All identifiers in public registers; they replace the previous list.",
    ),
  },
  mergeable: true,
});
