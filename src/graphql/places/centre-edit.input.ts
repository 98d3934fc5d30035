import { optional, required, usually } from "../kit/argument";
import { CapacityInput, ExternalIdentifierInput, LocalizedTextInput } from "../kit/edit.input";
import { GeoPointInput } from "../kit/geo.type";
import { input } from "../kit/input";
import { PartialDateScalar } from "../kit/scalars";
import { standingInputs } from "../kit/standing.fields";
import { AccessibilityFeatureEnum, AvailabilityEnum, EquipmentFeatureEnum } from "./centre.enum";

const AddressInput = input("AddressInput", "A postal address.", {
  streetAddress: required(() => String, "Street and number."),
  locality: required(() => String, "Town or city."),
  postalCode: usually(() => String, null, "Postal code."),
  country: required(() => String, "Country, ISO 3166-1 alpha-2, for example IT."),
});

const EquipmentInput = input("EquipmentInput", "Availability of an equipment feature.", {
  feature: required(() => EquipmentFeatureEnum, "The feature."),
  availability: required(() => AvailabilityEnum, "Availability of the feature."),
});

const AccessibilityInput = input(
  "AccessibilityInput",
  "Accessibility of a place for people with disabilities.",
  {
    feature: required(() => AccessibilityFeatureEnum, "The feature."),
    availability: required(() => AvailabilityEnum, "Availability of the feature."),
    note: usually(() => LocalizedTextInput, null, "Details that a yes or no cannot express."),
  },
);

export const CentreKindInput = input("CentreKindInput", "Kind of a centre from now on or since a date.", {
  kind: required(() => String, "Code of the kind, for example centre-kind:CASA_DI_QUARTIERE."),
  validFrom: usually(() => PartialDateScalar, null, "Start of validity; absent if unknown."),
});

/** Facts that an editor can state about a centre. */
export const centreFields = {
  name: optional(() => String, "Official name; required for a new centre."),
  alternateName: optional(() => String, "Alternative name."),
  kind: optional(() => CentreKindInput, "Current kind. Earlier kinds stay in the history."),
  ...standingInputs,
  alert: optional(() => LocalizedTextInput, "Important current information, for example works."),
  manager: optional(() => String, "Code of the organisation that runs the centre."),
  owner: optional(() => String, "Code of the organisation that owns the building."),
  capacity: optional(() => [CapacityInput], "All capacities; they replace the previous list."),
  address: optional(() => AddressInput, "Postal address."),
  position: optional(() => GeoPointInput, "Position on the map. The hub derives the areas from it."),
  declaredArea: optional(() => String, "Code of the area stated for the centre."),
  equipment: optional(() => [EquipmentInput], "Equipment features. Omitted features stay unchanged."),
  accessibility: optional(
    () => [AccessibilityInput],
    "Accessibility features. Omitted features stay unchanged.",
  ),
  openingHoursText: optional(
    () => String,
    "Opening hours in Italian words, for example 'lun-ven 9:00-12:30'. The hub derives the schedule from them.",
  ),
  closuresText: optional(() => String, "Closures in Italian words, for example 'dal 10 al 20 agosto'."),
  activities: optional(() => String, "Activities."),
  transportation: optional(() => LocalizedTextInput, "How to reach it by public or private transport."),
  notes: optional(() => String, "Remarks."),
  externalIdentifiers: optional(
    () => [ExternalIdentifierInput],
    "All identifiers in other registers; they replace the previous list.",
  ),
  sameAs: optional(
    () => String,
    "Code of the record that stands for the same place. This one then leaves lists and counts, and keeps its facts. null makes it stand for itself again.",
  ),
  distinctFrom: optional(
    () => [String],
    "Codes of all records that were compared with this one and are other places; they replace the previous list.",
  ),
  strategies: optional(
    () => [String],
    "Codes of all strategies that include the centre; they replace the previous list.",
  ),
};
