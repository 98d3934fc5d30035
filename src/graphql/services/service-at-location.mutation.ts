import { serviceAtLocationRecord } from "../../domain/services/service-at-location";
import { Input, Nullable } from "../kit/decorators";
import { CapacityInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { editMutations } from "../kit/edit-mutations";
import { countedByEditors } from "../kit/patch";
import { toServiceAtLocation } from "./service-at-location.type";

@Input(
  "ServiceAtLocationFields",
  "What is known of a service at one centre. What is left out stays as it is; null says that it is not known.",
)
class ServiceAtLocationFieldsInput {
  @Nullable(() => String, "Code of the service; a new location needs one.")
  service!: string | null | undefined;

  @Nullable(() => String, "Code of the centre that gives it; a new location needs one.")
  centre!: string | null | undefined;

  @Nullable(() => LocalizedTextInput, "What holds for this place only.")
  description!: LocalizedTextInput | null | undefined;

  @Nullable(() => [CapacityInput], "All counts of its places and the like.")
  capacity!: CapacityInput[] | null | undefined;

  @Nullable(() => [PhoneInput], "All telephones of this place.")
  phones!: PhoneInput[] | null | undefined;

  @Nullable(() => String, "Hours of the service at this place, in Italian words.")
  openingHoursText!: string | null | undefined;

  @Nullable(() => LocalizedTextInput, "What to know before trusting the hours.")
  openingHoursNote!: LocalizedTextInput | null | undefined;
}

editMutations<"serviceAtLocation", ServiceAtLocationFieldsInput>({
  type: "serviceAtLocation",
  definition: serviceAtLocationRecord,
  noun: "service at a centre",
  to: toServiceAtLocation,
  input: ServiceAtLocationFieldsInput,
  adjusted: ({ patch }) => ({
    ...patch,
    ...(patch.capacity && { capacity: countedByEditors(patch.capacity) }),
  }),
  mergeable: false,
});
