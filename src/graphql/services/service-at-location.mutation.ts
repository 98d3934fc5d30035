import { serviceAtLocationRecord } from "../../domain/services/service-at-location";
import { Input, Nullable } from "../kit/decorators";
import { CapacityInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { editMutations } from "../kit/edit-mutations";
import { countedByEditors } from "../kit/patch";
import { toServiceAtLocation } from "./service-at-location.type";

@Input(
  "ServiceAtLocationFields",
  "Facts about a service at one centre. Omitted fields stay unchanged; null means unknown.",
)
class ServiceAtLocationFieldsInput {
  @Nullable(() => String, "Code of the service; required for a new record.")
  service!: string | null | undefined;

  @Nullable(() => String, "Code of the centre; required for a new record.")
  centre!: string | null | undefined;

  @Nullable(() => LocalizedTextInput, "Information about this place only.")
  description!: LocalizedTextInput | null | undefined;

  @Nullable(() => [CapacityInput], "All capacities; they replace the previous list.")
  capacity!: CapacityInput[] | null | undefined;

  @Nullable(() => [PhoneInput], "All telephones of this place; they replace the previous list.")
  phones!: PhoneInput[] | null | undefined;

  @Nullable(() => String, "Opening hours of the service at this place, in Italian words.")
  openingHoursText!: string | null | undefined;

  @Nullable(() => LocalizedTextInput, "Reason to doubt the hours.")
  openingHoursNote!: LocalizedTextInput | null | undefined;
}

editMutations<"serviceAtLocation", ServiceAtLocationFieldsInput>({
  type: "serviceAtLocation",
  definition: serviceAtLocationRecord,
  noun: "a service at a centre",
  to: toServiceAtLocation,
  input: ServiceAtLocationFieldsInput,
  adjusted: ({ patch }) => ({
    ...patch,
    ...(patch.capacity && { capacity: countedByEditors(patch.capacity) }),
  }),
  mergeable: false,
});
