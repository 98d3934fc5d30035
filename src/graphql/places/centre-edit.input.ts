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

  @NonNull(() => String, "Town.")
  locality!: string;

  @Default(() => String, null, "Postal code.")
  postalCode!: string | null;

  @NonNull(() => String, "Country, ISO 3166-1 alpha-2, for example IT.")
  country!: string;
}

@Input("EquipmentInput", "Whether a centre has something.")
export class EquipmentInput {
  @NonNull(() => EquipmentFeatureEnum, "What it is about.")
  feature!: EquipmentFeature;

  @NonNull(() => AvailabilityEnum, "Whether it is there.")
  availability!: Availability;
}

@Input("AccessibilityInput", "How usable a place is for people with a disability.")
export class AccessibilityInput {
  @NonNull(() => AccessibilityFeatureEnum, "What it is about.")
  feature!: AccessibilityFeature;

  @NonNull(() => AvailabilityEnum, "Whether it is given.")
  availability!: Availability;

  @Default(() => LocalizedTextInput, null, "What a yes or no does not tell.")
  note!: LocalizedTextInput | null;
}

@Input("CentreKindInput", "What kind a centre is from now on, or since a date.")
export class CentreKindInput {
  @NonNull(() => String, "Code of the kind, for example centre-kind:CASA_DI_QUARTIERE.")
  kind!: string;

  @Default(() => PartialDateScalar, null, "Since when; absent where it is not known.")
  validFrom!: string | null;
}

@Input(
  "CentreFields",
  "What is known of a centre. What is left out stays as it is; null says that it is not known.",
)
export class CentreFieldsInput {
  @Nullable(() => String, "Official name; a new centre needs one.")
  name!: string | null | undefined;

  @Nullable(() => String, "Another name in use.")
  alternateName!: string | null | undefined;

  @Nullable(() => CentreKindInput, "Its kind; the earlier ones stay in its history.")
  kind!: CentreKindInput | null | undefined;

  @Nullable(() => CentreStatusEnum, "Whether it works.")
  status!: CentreStatus | null | undefined;

  @Nullable(() => LocalizedTextInput, "What people must know now, for example works.")
  alert!: LocalizedTextInput | null | undefined;

  @Nullable(() => String, "Code of the organisation that runs it.")
  manager!: string | null | undefined;

  @Nullable(() => String, "Code of the organisation to which the building belongs.")
  owner!: string | null | undefined;

  @Nullable(() => [CapacityInput], "All counts of its places and the like.")
  capacity!: CapacityInput[] | null | undefined;

  @Nullable(() => AddressInput, "Where it is, in words.")
  address!: AddressInput | null | undefined;

  @Nullable(() => GeoPointInput, "Where it is, on the map: its areas follow from it.")
  position!: GeoPointInput | null | undefined;

  @Nullable(() => String, "Code of the area in which it is said to lie.")
  declaredArea!: string | null | undefined;

  @Nullable(() => [EquipmentInput], "What it is equipped with; features left out stay.")
  equipment!: EquipmentInput[] | null | undefined;

  @Nullable(() => [AccessibilityInput], "How accessible it is; features left out stay.")
  accessibility!: AccessibilityInput[] | null | undefined;

  @Nullable(
    () => String,
    "Opening hours in Italian words, for example 'lun-ven 9:00-12:30': the hub reads them.",
  )
  openingHoursText!: string | null | undefined;

  @Nullable(() => String, "Closures in Italian words, for example 'dal 10 al 20 agosto'.")
  closuresText!: string | null | undefined;

  @Nullable(() => String, "What can be done there.")
  activities!: string | null | undefined;

  @Nullable(() => String, "Remarks.")
  notes!: string | null | undefined;

  @Nullable(() => [ExternalIdentifierInput], "All its keys in other registers.")
  externalIdentifiers!: ExternalIdentifierInput[] | null | undefined;

  @Nullable(() => [String], "Codes of all strategies that it belongs to.")
  strategies!: string[] | null | undefined;
}
