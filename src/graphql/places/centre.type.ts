import { Field, ObjectType } from "type-graphql";
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
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { GeoPointType } from "../kit/geo.type";
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

@ObjectType("Address", { description: "A postal address (HSDS).", simpleResolvers: true })
export class AddressType implements Address {
  @Field(() => String, { description: "Street and number." })
  streetAddress!: string;

  @Field(() => String, { description: "Town." })
  locality!: string;

  @Field(() => String, { nullable: true, description: "Postal code; null if unknown." })
  postalCode!: string | null;

  @Field(() => String, { description: "Country, ISO 3166-1 alpha-2." })
  country!: string;
}

@ObjectType("CentreKindPeriod", {
  description: "What kind of centre a source said it was. Kinds change over time.",
  simpleResolvers: true,
})
export class CentreKindPeriodType implements Omit<CentreKindPeriod, "kindCode" | "sourceCode"> {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When the kind began to hold; null where no source says.",
  })
  validFrom!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it ceased to hold; null where it still holds or no source says.",
  })
  validTo!: string | null;

  @Field(() => PartialDateScalar, { description: "When the source said so." })
  assertedOn!: string;
}

@ObjectType("CentreKindOn", {
  description: "What kind of centre it was on a day, and how that is known.",
  simpleResolvers: true,
})
export class CentreKindOnType implements Omit<CentreKindOn, "period"> {
  @Field(() => PartialDateScalar, { description: "The day that was asked." })
  date!: string;

  @Field(() => KindReasonEnum, { description: "How it is known, or why it is not." })
  reason!: KindReason;

  @Field(() => CentreKindPeriodType, {
    nullable: true,
    description: "The statement that the answer rests on, with its kind; null where it is not known.",
  })
  period!: CentreKindPeriodType | null;
}

@ObjectType("Equipment", {
  description: "Something that a centre has, has not, or is not known to have.",
  simpleResolvers: true,
})
export class EquipmentType implements Equipment {
  @Field(() => EquipmentFeatureEnum, { description: "What it is about." })
  feature!: EquipmentFeature;

  @Field(() => AvailabilityEnum, { description: "Whether it is there." })
  availability!: Availability;
}

@ObjectType("Accessibility", {
  description: "How usable a place is for people with a disability (HSDS).",
  simpleResolvers: true,
})
export class AccessibilityType implements Accessibility {
  @Field(() => AccessibilityFeatureEnum, { description: "What it is about." })
  feature!: AccessibilityFeature;

  @Field(() => AvailabilityEnum, { description: "Whether it is given." })
  availability!: Availability;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "What the source says, where that is not clear enough for a yes or no.",
  })
  note!: LocalizedTextType | null;
}

@ObjectType("Centre", {
  description: "A place of the neighbourhood where people meet and services are given (HSDS location).",
  implements: NodeType,
  simpleResolvers: true,
})
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
  @Field(() => String, { description: "Stable key: register and number, for example ds3017:25." })
  code!: string;

  @Field(() => String, { description: "Official name." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name as another source or the full official form writes it.",
  })
  alternateName!: string | null;

  @Field(() => [CentreKindPeriodType], { description: "What kind it was and is, oldest statement first." })
  kindHistory!: CentreKindPeriodType[];

  @Field(() => CentreStatusEnum, {
    nullable: true,
    description: "Whether it works; null where no source says.",
  })
  status!: CentreStatus | null;

  @Field(() => AddressType, { nullable: true, description: "Where it is, in words." })
  address!: AddressType | null;

  @Field(() => GeoPointType, {
    nullable: true,
    description: "Where it is, on the map; null where no source gives a good point.",
  })
  position!: GeoPointType | null;

  @Field(() => [EquipmentType], { description: "What it is equipped with." })
  equipment!: EquipmentType[];

  @Field(() => [AccessibilityType], { description: "How accessible it is." })
  accessibility!: AccessibilityType[];

  @Field(() => String, { nullable: true, description: "Opening hours, word for word as published." })
  openingHoursText!: string | null;

  @Field(() => String, { nullable: true, description: "Closures, word for word as published." })
  closuresText!: string | null;

  @Field(() => [CapacityType], { nullable: true, description: capacityDescription })
  capacity!: CapacityType[];

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "What people must know now, for example works at the entrance; null where no source says.",
  })
  alert!: LocalizedTextType | null;

  @Field(() => String, { nullable: true, description: "What can be done there, as published." })
  activities!: string | null;

  @Field(() => String, { nullable: true, description: "Remarks of the source." })
  notes!: string | null;

  @Field(() => [ExternalIdentifierType], { description: "Its keys in other registers." })
  externalIdentifiers!: ExternalIdentifierType[];
}

export const CentreConnectionType = connectionType("Centre", () => CentreType, "centres");
