import { serviceAtLocationRecord } from "../../domain/services/service-at-location";
import { optional } from "../kit/argument";
import { CapacityInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { editMutations } from "../kit/edit-mutations";
import { countedByEditors } from "../kit/edited-fields";
import { toServiceAtLocation } from "./service-at-location.type";

editMutations({
  type: "serviceAtLocation",
  definition: serviceAtLocationRecord,
  noun: "a service at a centre",
  to: toServiceAtLocation,
  fields: {
    service: optional(() => String, "Code of the service; required for a new record."),
    centre: optional(() => String, "Code of the centre; required for a new record."),
    description: optional(() => LocalizedTextInput, "Information about this place only."),
    capacity: optional(() => [CapacityInput], "All capacities; they replace the previous list."),
    phones: optional(() => [PhoneInput], "All telephones of this place; they replace the previous list."),
    openingHoursText: optional(() => String, "Opening hours of the service at this place, in Italian words."),
    closuresText: optional(
      () => String,
      "Closures of the service at this place in Italian words, for example 'dal 10 al 20 agosto 2027'.",
    ),
    openingHoursNote: optional(() => LocalizedTextInput, "Reason to doubt the hours."),
  },
  adjusted: ({ patch }) => ({
    ...patch,
    ...(patch.capacity && { capacity: countedByEditors(patch.capacity) }),
  }),
  mergeable: false,
});
