import type { Accessibility, Address, Centre, Equipment } from "../../domain/places/centre";
import type { CentreKindPeriod } from "../../domain/places/kind-period";
import type { CentreKindOn } from "../../queries/places/centre-kind-on";
import { CapacityType, capacityDescription } from "../kit/capacity.type";
import { CitationType } from "../kit/citation.type";
import { connectionType } from "../kit/connection.type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { GeoPointType } from "../kit/geo.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { CertaintyEnum, standingFields } from "../kit/standing.fields";
import {
  AccessibilityFeatureEnum,
  AvailabilityEnum,
  EquipmentFeatureEnum,
  KindReasonEnum,
} from "./centre.enum";

export const AddressType = output<Address>("Address", "A postal address (HSDS).", {
  streetAddress: nonNull(() => String, "Street and number."),
  locality: nonNull(() => String, "Town or city."),
  postalCode: nullable(() => String, "Postal code; null if unknown."),
  country: nonNull(() => String, "Country, ISO 3166-1 alpha-2."),
});

export const CentreKindPeriodType = output<CentreKindPeriod, "disputedKindCodes" | "kindCode" | "sourceCode">(
  "CentreKindPeriod",
  "Statement of a source about the kind of a centre. Kinds change over time.",
  {
    validFrom: nullable(() => PartialDateScalar, "Start of validity; null if no source states it."),
    validTo: nullable(
      () => PartialDateScalar,
      "End of validity; null if the kind is current or no source states it.",
    ),
    assertedOn: nullable(() => PartialDateScalar, "Date of the statement; null if the source has no date."),
    certainty: nullable(() => CertaintyEnum, "Certainty of the statement; null if nobody assessed it."),
    page: nullable(
      () => CitationType,
      "Page of the statement, of a source that collects pages; null otherwise.",
    ),
  },
);

export const CentreKindOnType = output<CentreKindOn>(
  "CentreKindOn",
  "Kind of a centre on a date, with the evidence.",
  {
    on: nonNull(() => PartialDateScalar, "Requested date."),
    reason: nonNull(() => KindReasonEnum, "Reason code for the answer."),
    period: nullable(
      () => CentreKindPeriodType,
      "Statement that supports the answer, with the kind; null if unknown.",
    ),
  },
);

const EquipmentType = output<Equipment>(
  "Equipment",
  "Equipment of a centre: available, not available or unknown.",
  {
    feature: nonNull(() => EquipmentFeatureEnum, "The feature."),
    availability: nonNull(() => AvailabilityEnum, "Availability of the feature."),
  },
);

const AccessibilityType = output<Accessibility>(
  "Accessibility",
  "Accessibility of a place for people with disabilities (HSDS).",
  {
    feature: nonNull(() => AccessibilityFeatureEnum, "The feature."),
    availability: nonNull(() => AvailabilityEnum, "Availability of the feature."),
    note: nullable(() => LocalizedTextType, "Words of the source, if they are not a clear yes or no."),
  },
);

export const CentreType = node<
  Centre,
  | "areaCodes"
  | "declaredAreaCode"
  | "distinctFromCodes"
  | "sameAsCode"
  | "kindHistory"
  | "managerCode"
  | "openingRules"
  | "ownerCode"
  | "status"
  | "strategyCodes"
  | "sourceCodes"
>(
  "Centre",
  "A place where people meet and services are provided, such as a neighbourhood centre (Casa di Quartiere) (HSDS location).",
  {
    code: nonNull(() => String, "Stable key: register and number, for example ds3017:25."),
    name: nonNull(() => String, "Official name."),
    alternateName: nullable(() => String, "Name in another source or in the full official form."),
    ...standingFields,
    address: nullable(() => AddressType, "Postal address."),
    position: nullable(
      () => GeoPointType,
      "Position on the map; null if no source gives a reliable position.",
    ),
    equipment: nonNull(
      () => [EquipmentType],
      "Equipment of the centre.",
      Object.keys(EquipmentFeatureEnum).length,
    ),
    accessibility: nonNull(
      () => [AccessibilityType],
      "Accessibility for people with disabilities.",
      Object.keys(AccessibilityFeatureEnum).length,
    ),
    openingHoursText: nullable(() => String, "Opening hours as published, word for word."),
    closuresText: nullable(() => String, "Closures as published, word for word."),
    capacity: nullable(() => [CapacityType], capacityDescription),
    alert: nullable(
      () => LocalizedTextType,
      "Important current information, for example works at the entrance; null if no source states any.",
    ),
    activities: nullable(() => String, "Activities as published."),
    transportation: nullable(
      () => LocalizedTextType,
      "How to reach it by public or private transport (HSDS); null where no source says.",
    ),
    notes: nullable(() => String, "Remarks of the source."),
    externalIdentifiers: nonNull(() => [ExternalIdentifierType], "Identifiers in other registers."),
  },
);

export const CentreConnectionType = connectionType("Centre", () => CentreType, "centres");

export const toCentre = linkTo(() => CentreType, "centre");
