import type {
  AccessibilityFeature,
  Availability,
  CentreStatus,
  EquipmentFeature,
} from "../../domain/places/centre";
import { Default, Input, NonNull, Nullable } from "../kit/decorators";
import { CapacityInput, ExternalIdentifierInput, LocalizedTextInput } from "../kit/edit.input";
import { GeoPointInput } from "../kit/geo.type";
import { PartialDateScalar } from "../kit/scalars";
import {
  AccessibilityFeatureEnum,
  AvailabilityEnum,
  CentreStatusEnum,
  EquipmentFeatureEnum,
} from "./centre.enum";

@Input("AddressInput", "A postal address.")
export class AddressInput {
  @NonNull(() => String, "Street and number.")
  streetAddress!: string;

  @NonNull(() => String, "Town or city.")
  locality!: string;

  @Default(() => String, null, "Postal code.")
  postalCode!: string | null;

  @NonNull(() => String, "Country, ISO 3166-1 alpha-2, for example IT.")
  country!: string;
}

@Input("EquipmentInput", "Availability of an equipment feature.")
export class EquipmentInput {
  @NonNull(() => EquipmentFeatureEnum, "The feature.")
  feature!: EquipmentFeature;

  @NonNull(() => AvailabilityEnum, "Availability of the feature.")
  availability!: Availability;
}

@Input("AccessibilityInput", "Accessibility of a place for people with disabilities.")
export class AccessibilityInput {
  @NonNull(() => AccessibilityFeatureEnum, "The feature.")
  feature!: AccessibilityFeature;

  @NonNull(() => AvailabilityEnum, "Availability of the feature.")
  availability!: Availability;

  @Default(() => LocalizedTextInput, null, "Details that a yes or no cannot express.")
  note!: LocalizedTextInput | null;
}

@Input("CentreKindInput", "Kind of a centre from now on or since a date.")
export class CentreKindInput {
  @NonNull(() => String, "Code of the kind, for example centre-kind:CASA_DI_QUARTIERE.")
  kind!: string;

  @Default(() => PartialDateScalar, null, "Start of validity; absent if unknown.")
  validFrom!: string | null;
}

@Input("CentreFields", "Facts about a centre. Omitted fields stay unchanged; null means unknown.")
export class CentreFieldsInput {
  @Nullable(() => String, "Official name; required for a new centre.")
  name!: string | null | undefined;

  @Nullable(() => String, "Alternative name.")
  alternateName!: string | null | undefined;

  @Nullable(() => CentreKindInput, "Current kind. Earlier kinds stay in the history.")
  kind!: CentreKindInput | null | undefined;

  @Nullable(() => CentreStatusEnum, "Operational status.")
  status!: CentreStatus | null | undefined;

  @Nullable(() => LocalizedTextInput, "Important current information, for example works.")
  alert!: LocalizedTextInput | null | undefined;

  @Nullable(() => String, "Code of the organisation that runs the centre.")
  manager!: string | null | undefined;

  @Nullable(() => String, "Code of the organisation that owns the building.")
  owner!: string | null | undefined;

  @Nullable(() => [CapacityInput], "All capacities; they replace the previous list.")
  capacity!: CapacityInput[] | null | undefined;

  @Nullable(() => AddressInput, "Postal address.")
  address!: AddressInput | null | undefined;

  @Nullable(() => GeoPointInput, "Position on the map. The hub derives the areas from it.")
  position!: GeoPointInput | null | undefined;

  @Nullable(() => String, "Code of the area stated for the centre.")
  declaredArea!: string | null | undefined;

  @Nullable(() => [EquipmentInput], "Equipment features. Omitted features stay unchanged.")
  equipment!: EquipmentInput[] | null | undefined;

  @Nullable(() => [AccessibilityInput], "Accessibility features. Omitted features stay unchanged.")
  accessibility!: AccessibilityInput[] | null | undefined;

  @Nullable(
    () => String,
    "Opening hours in Italian words, for example 'lun-ven 9:00-12:30'. The hub derives the schedule from them.",
  )
  openingHoursText!: string | null | undefined;

  @Nullable(() => String, "Closures in Italian words, for example 'dal 10 al 20 agosto'.")
  closuresText!: string | null | undefined;

  @Nullable(() => String, "Activities.")
  activities!: string | null | undefined;

  @Nullable(() => String, "Remarks.")
  notes!: string | null | undefined;

  @Nullable(
    () => [ExternalIdentifierInput],
    "All identifiers in other registers; they replace the previous list.",
  )
  externalIdentifiers!: ExternalIdentifierInput[] | null | undefined;

  @Nullable(
    () => [String],
    "Codes of all strategies that include the centre; they replace the previous list.",
  )
  strategies!: string[] | null | undefined;
}
