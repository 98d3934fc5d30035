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

  @NonNull(() => String, "Town.")
  locality!: string;

  @Nullable(() => String, "Postal code; null if unknown.")
  postalCode!: string | null;

  @NonNull(() => String, "Country, ISO 3166-1 alpha-2.")
  country!: string;
}

@Output("CentreKindPeriod", "What kind of centre a source said it was. Kinds change over time.")
export class CentreKindPeriodType implements Omit<CentreKindPeriod, "kindCode" | "sourceCode"> {
  @Nullable(() => PartialDateScalar, "When the kind began to hold; null where no source says.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "When it ceased to hold; null where it still holds or no source says.")
  validTo!: string | null;

  @NonNull(() => PartialDateScalar, "When the source said so.")
  assertedOn!: string;
}

@Output("CentreKindOn", "What kind of centre it was on a day, and how that is known.")
export class CentreKindOnType implements Omit<CentreKindOn, "period"> {
  @NonNull(() => PartialDateScalar, "The day that was asked.")
  date!: string;

  @NonNull(() => KindReasonEnum, "How it is known, or why it is not.")
  reason!: KindReason;

  @Nullable(
    () => CentreKindPeriodType,
    "The statement that the answer rests on, with its kind; null where it is not known.",
  )
  period!: CentreKindPeriodType | null;
}

@Output("Equipment", "Something that a centre has, has not, or is not known to have.")
export class EquipmentType implements Equipment {
  @NonNull(() => EquipmentFeatureEnum, "What it is about.")
  feature!: EquipmentFeature;

  @NonNull(() => AvailabilityEnum, "Whether it is there.")
  availability!: Availability;
}

@Output("Accessibility", "How usable a place is for people with a disability (HSDS).")
export class AccessibilityType implements Accessibility {
  @NonNull(() => AccessibilityFeatureEnum, "What it is about.")
  feature!: AccessibilityFeature;

  @NonNull(() => AvailabilityEnum, "Whether it is given.")
  availability!: Availability;

  @Nullable(() => LocalizedTextType, "What the source says, where that is not clear enough for a yes or no.")
  note!: LocalizedTextType | null;
}

@Output(
  "Centre",
  "A place of the neighbourhood where people meet and services are given (HSDS location).",
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

  @Nullable(() => String, "The name as another source or the full official form writes it.")
  alternateName!: string | null;

  @NonNull(() => [CentreKindPeriodType], "What kind it was and is, oldest statement first.")
  kindHistory!: CentreKindPeriodType[];

  @Nullable(() => CentreStatusEnum, "Whether it works; null where no source says.")
  status!: CentreStatus | null;

  @Nullable(() => AddressType, "Where it is, in words.")
  address!: AddressType | null;

  @Nullable(() => GeoPointType, "Where it is, on the map; null where no source gives a good point.")
  position!: GeoPointType | null;

  @NonNull(() => [EquipmentType], "What it is equipped with.")
  equipment!: EquipmentType[];

  @NonNull(() => [AccessibilityType], "How accessible it is.")
  accessibility!: AccessibilityType[];

  @Nullable(() => String, "Opening hours, word for word as published.")
  openingHoursText!: string | null;

  @Nullable(() => String, "Closures, word for word as published.")
  closuresText!: string | null;

  @Nullable(() => [CapacityType], capacityDescription)
  capacity!: CapacityType[];

  @Nullable(
    () => LocalizedTextType,
    "What people must know now, for example works at the entrance; null where no source says.",
  )
  alert!: LocalizedTextType | null;

  @Nullable(() => String, "What can be done there, as published.")
  activities!: string | null;

  @Nullable(() => String, "Remarks of the source.")
  notes!: string | null;

  @NonNull(() => [ExternalIdentifierType], "Its keys in other registers.")
  externalIdentifiers!: ExternalIdentifierType[];
}

export const CentreConnectionType = connectionType("Centre", () => CentreType, "centres");

export const toCentre = linkTo(() => CentreType, "centre");
