import { Field, InputType } from "type-graphql";
import type {
  AccessibilityFeature,
  Availability,
  CentreStatus,
  EquipmentFeature,
} from "../../domain/places/centre";
import { CapacityInput, ExternalIdentifierInput, LocalizedTextInput } from "../kit/edit.input";
import { GeoPointInput } from "../kit/geo.type";
import { PartialDateScalar } from "../kit/scalars";
import {
  AccessibilityFeatureEnum,
  AvailabilityEnum,
  CentreStatusEnum,
  EquipmentFeatureEnum,
} from "./centre.enum";

@InputType("AddressInput", { description: "A postal address." })
export class AddressInput {
  @Field(() => String, { description: "Street and number." })
  streetAddress!: string;

  @Field(() => String, { description: "Town." })
  locality!: string;

  @Field(() => String, { nullable: true, defaultValue: null, description: "Postal code." })
  postalCode!: string | null;

  @Field(() => String, { description: "Country, ISO 3166-1 alpha-2, for example IT." })
  country!: string;
}

@InputType("EquipmentInput", { description: "Whether a centre has something." })
export class EquipmentInput {
  @Field(() => EquipmentFeatureEnum, { description: "What it is about." })
  feature!: EquipmentFeature;

  @Field(() => AvailabilityEnum, { description: "Whether it is there." })
  availability!: Availability;
}

@InputType("AccessibilityInput", { description: "How usable a place is for people with a disability." })
export class AccessibilityInput {
  @Field(() => AccessibilityFeatureEnum, { description: "What it is about." })
  feature!: AccessibilityFeature;

  @Field(() => AvailabilityEnum, { description: "Whether it is given." })
  availability!: Availability;

  @Field(() => LocalizedTextInput, {
    nullable: true,
    defaultValue: null,
    description: "What a yes or no does not tell.",
  })
  note!: LocalizedTextInput | null;
}

@InputType("CentreKindInput", { description: "What kind a centre is from now on, or since a date." })
export class CentreKindInput {
  @Field(() => String, { description: "Code of the kind, for example centre-kind:CASA_DI_QUARTIERE." })
  kind!: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    defaultValue: null,
    description: "Since when; absent where it is not known.",
  })
  validFrom!: string | null;
}

@InputType("CentreFields", {
  description: "What is known of a centre. What is left out stays as it is; null says that it is not known.",
})
export class CentreFieldsInput {
  @Field(() => String, { nullable: true, description: "Official name; a new centre needs one." })
  name!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Another name in use." })
  alternateName!: string | null | undefined;

  @Field(() => CentreKindInput, {
    nullable: true,
    description: "Its kind; the earlier ones stay in its history.",
  })
  kind!: CentreKindInput | null | undefined;

  @Field(() => CentreStatusEnum, { nullable: true, description: "Whether it works." })
  status!: CentreStatus | null | undefined;

  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: "What people must know now, for example works.",
  })
  alert!: LocalizedTextInput | null | undefined;

  @Field(() => String, { nullable: true, description: "Code of the organisation that runs it." })
  manager!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of the organisation to which the building belongs.",
  })
  owner!: string | null | undefined;

  @Field(() => [CapacityInput], { nullable: true, description: "All counts of its places and the like." })
  capacity!: CapacityInput[] | null | undefined;

  @Field(() => AddressInput, { nullable: true, description: "Where it is, in words." })
  address!: AddressInput | null | undefined;

  @Field(() => GeoPointInput, {
    nullable: true,
    description: "Where it is, on the map: its areas follow from it.",
  })
  position!: GeoPointInput | null | undefined;

  @Field(() => String, { nullable: true, description: "Code of the area in which it is said to lie." })
  declaredArea!: string | null | undefined;

  @Field(() => [EquipmentInput], {
    nullable: true,
    description: "What it is equipped with; features left out stay.",
  })
  equipment!: EquipmentInput[] | null | undefined;

  @Field(() => [AccessibilityInput], {
    nullable: true,
    description: "How accessible it is; features left out stay.",
  })
  accessibility!: AccessibilityInput[] | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Opening hours in Italian words, for example 'lun-ven 9:00-12:30': the hub reads them.",
  })
  openingHoursText!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Closures in Italian words, for example 'dal 10 al 20 agosto'.",
  })
  closuresText!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "What can be done there." })
  activities!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Remarks." })
  notes!: string | null | undefined;

  @Field(() => [ExternalIdentifierInput], { nullable: true, description: "All its keys in other registers." })
  externalIdentifiers!: ExternalIdentifierInput[] | null | undefined;

  @Field(() => [String], { nullable: true, description: "Codes of all strategies that it belongs to." })
  strategies!: string[] | null | undefined;
}
