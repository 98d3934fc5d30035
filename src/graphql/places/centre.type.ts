import type {
  Accessibility,
  AccessibilityFeature,
  Address,
  Availability,
  Centre,
  CentreKindPeriod,
  CentreStatus,
  Equipment,
  EquipmentFeature,
} from "../../domain/places/centre";
import type { KindReason } from "../../domain/places/kind-on";
import type { CentreKindOn } from "../../queries/places/centre-kind-on";
import { CapacityType, capacityDescription } from "../kit/capacity.type";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { GeoPointType } from "../kit/geo.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";
import {
  AccessibilityFeatureEnum,
  AvailabilityEnum,
  CentreStatusEnum,
  EquipmentFeatureEnum,
  KindReasonEnum,
} from "./centre.enum";

@Output("Address", "A postal address (HSDS).")
export class AddressType implements Address {
  @NonNull(() => String, "Street and number.")
  streetAddress!: string;

  @NonNull(() => String, "Town or city.")
  locality!: string;

  @Nullable(() => String, "Postal code; null if unknown.")
  postalCode!: string | null;

  @NonNull(() => String, "Country, ISO 3166-1 alpha-2.")
  country!: string;
}

@Output("CentreKindPeriod", "Statement of a source about the kind of a centre. Kinds change over time.")
export class CentreKindPeriodType implements Omit<CentreKindPeriod, "kindCode" | "sourceCode"> {
  @Nullable(() => PartialDateScalar, "Start of validity; null if no source states it.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "End of validity; null if the kind is current or no source states it.")
  validTo!: string | null;

  @NonNull(() => PartialDateScalar, "Date of the statement.")
  assertedOn!: string;
}

@Output("CentreKindOn", "Kind of a centre on a date, with the evidence.")
export class CentreKindOnType implements Omit<CentreKindOn, "period"> {
  @NonNull(() => PartialDateScalar, "Requested date.")
  date!: string;

  @NonNull(() => KindReasonEnum, "Reason code for the answer.")
  reason!: KindReason;

  @Nullable(() => CentreKindPeriodType, "Statement that supports the answer, with the kind; null if unknown.")
  period!: CentreKindPeriodType | null;
}

@Output("Equipment", "Equipment of a centre: available, not available or unknown.")
export class EquipmentType implements Equipment {
  @NonNull(() => EquipmentFeatureEnum, "The feature.")
  feature!: EquipmentFeature;

  @NonNull(() => AvailabilityEnum, "Availability of the feature.")
  availability!: Availability;
}

@Output("Accessibility", "Accessibility of a place for people with disabilities (HSDS).")
export class AccessibilityType implements Accessibility {
  @NonNull(() => AccessibilityFeatureEnum, "The feature.")
  feature!: AccessibilityFeature;

  @NonNull(() => AvailabilityEnum, "Availability of the feature.")
  availability!: Availability;

  @Nullable(() => LocalizedTextType, "Words of the source, if they are not a clear yes or no.")
  note!: LocalizedTextType | null;
}

@Output(
  "Centre",
  "A place where people meet and services are provided, such as a neighbourhood centre (Casa di Quartiere) (HSDS location).",
  NodeType,
)
export class CentreType
  extends NodeType
  implements
    Omit<
      Centre,
      | "areaCodes"
      | "capacity"
      | "declaredAreaCode"
      | "kindHistory"
      | "managerCode"
      | "openingRules"
      | "ownerCode"
      | "strategyCodes"
      | "sourceCodes"
    >
{
  @NonNull(() => String, "Stable key: register and number, for example ds3017:25.")
  code!: string;

  @NonNull(() => String, "Official name.")
  name!: string;

  @Nullable(() => String, "Name in another source or in the full official form.")
  alternateName!: string | null;

  @NonNull(() => [CentreKindPeriodType], "Past and present kinds, oldest statement first.")
  kindHistory!: CentreKindPeriodType[];

  @Nullable(() => CentreStatusEnum, "Operational status; null if no source states it.")
  status!: CentreStatus | null;

  @Nullable(() => AddressType, "Postal address.")
  address!: AddressType | null;

  @Nullable(() => GeoPointType, "Position on the map; null if no source gives a reliable position.")
  position!: GeoPointType | null;

  @NonNull(() => [EquipmentType], "Equipment of the centre.")
  equipment!: EquipmentType[];

  @NonNull(() => [AccessibilityType], "Accessibility for people with disabilities.")
  accessibility!: AccessibilityType[];

  @Nullable(() => String, "Opening hours as published, word for word.")
  openingHoursText!: string | null;

  @Nullable(() => String, "Closures as published, word for word.")
  closuresText!: string | null;

  @Nullable(() => [CapacityType], capacityDescription)
  capacity!: CapacityType[];

  @Nullable(
    () => LocalizedTextType,
    "Important current information, for example works at the entrance; null if no source states any.",
  )
  alert!: LocalizedTextType | null;

  @Nullable(() => String, "Activities as published.")
  activities!: string | null;

  @Nullable(() => String, "Remarks of the source.")
  notes!: string | null;

  @NonNull(() => [ExternalIdentifierType], "Identifiers in other registers.")
  externalIdentifiers!: ExternalIdentifierType[];
}

export const CentreConnectionType = connectionType("Centre", () => CentreType, "centres");

export const toCentre = linkTo(() => CentreType, "centre");
