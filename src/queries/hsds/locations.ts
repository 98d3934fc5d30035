import type { HsdsAccessibility, HsdsAddress } from "../../domain/hsds/parts";
import type { HsdsLocation, HsdsLocationBasic } from "../../domain/hsds/rows";
import type { Capacity } from "../../domain/kit/capacity";
import { labelOf } from "../../domain/kit/enum-labels";
import { statusOf } from "../../domain/kit/status";
import { type Accessibility, type Address, type Centre, currentKindCode } from "../../domain/places/centre";
import { hsdsId } from "../../storage/documents/hsds-id";
import type { Records } from "../kit/records";
import {
  attributesOf,
  englishFacts,
  type Fact,
  identifierFacts,
  sourceFacts,
  standingFacts,
  termFacts,
} from "./attributes";
import { factualOrganization } from "./factual";
import { nested, present, said } from "./row";
import { hoursRows } from "./schedules";

/** The first key of another register: the field has room for one. A key of an HSDS feed comes last. */
const mainIdentifier = ({ externalIdentifiers }: Centre) =>
  externalIdentifiers.find(({ scheme }) => scheme !== "hsds") ?? null;

/** A centre as in lists. */
export function locationBasic(centre: Centre, records: Records): HsdsLocationBasic {
  const { code, name, alternateName, notes, transportation, position, managerCode } = centre;
  const manager = managerCode === null ? null : factualOrganization(managerCode, records);
  const identifier = mainIdentifier(centre);
  return present({
    id: hsdsId("location", code),
    location_type: "physical" as const,
    organization_id: manager === null ? null : hsdsId("organization", manager.code),
    name,
    alternate_name: alternateName,
    description: notes,
    transportation: said(transportation),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    external_identifier: identifier?.value ?? null,
    external_identifier_type: identifier?.scheme ?? null,
  });
}

/** With everything nested. */
export function locationRow(centre: Centre, records: Records): HsdsLocation {
  const basic = locationBasic(centre, records);
  const { schedules, facts } = hoursRows(basic.id, centre);
  const { address, accessibility } = centre;
  return {
    ...basic,
    ...present({
      addresses: address === null ? [] : [addressRow(basic.id, address)],
      accessibility: accessibility.flatMap((each) => accessibilityRow(basic.id, each) ?? []),
      schedules: [...schedules],
      attributes: attributesOf("location", basic.id, [...ownFacts(centre, records), ...facts]),
    }),
  };
}

function ownFacts(centre: Centre, records: Records): Fact[] {
  const kind = currentKindCode(centre);
  const main = mainIdentifier(centre);
  const others = centre.externalIdentifiers.filter((each) => each !== main);
  return [
    { term: "code", value: centre.code },
    ...termFacts(kind === null ? [] : [kind], "centre-kind", records),
    { term: "status", value: statusOf(centre) },
    { term: "verified", value: centre.lastVerified },
    ...standingFacts(centre),
    { term: "alert", value: said(centre.alert) },
    { term: "activities", value: centre.activities },
    { term: "owner", value: centre.ownerCode },
    ...centre.equipment
      .filter(({ availability }) => availability !== "UNKNOWN")
      .map(({ feature, availability }): Fact => ({ term: "equipment", value: availability, of: feature })),
    ...capacityFacts(centre.capacity),
    ...records.area
      .all(centre.areaCodes)
      .map(({ code, name, level }): Fact => ({ term: "area", value: `${code} ${name}`, of: level })),
    ...centre.strategyCodes.map((value): Fact => ({ term: "strategy", value })),
    ...identifierFacts(others),
    ...englishFacts({ alert: centre.alert, transportation: centre.transportation }),
    ...sourceFacts(centre.sourceCodes, records),
  ];
}

/** `available=3 maximum=40 updated=2026-05`, without what no source states. */
export const capacityFacts = (capacity: readonly Capacity[]): Fact[] =>
  capacity.map(({ unit, available, maximum, updatedAt }) => ({
    term: "capacity",
    value: Object.entries({ available, maximum, updated: updatedAt })
      .flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))
      .join(" "),
    of: said(unit),
  }));

/** The hub has no province, and often no postal code: the schema demands both, so an unknown one is an empty text. */
const addressRow = (owner: string, { streetAddress, locality, postalCode, country }: Address): HsdsAddress =>
  nested("address", owner, {
    address_1: streetAddress,
    city: locality,
    state_province: "",
    postal_code: postalCode ?? "",
    country,
    address_type: "physical" as const,
  });

/** Nothing for an unknown that no source has words for. */
function accessibilityRow(
  owner: string,
  { feature, availability, note }: Accessibility,
): HsdsAccessibility | null {
  const words = said(note);
  if (availability === "UNKNOWN") {
    if (words === null) return null;
    // The words of a feed in HSDS are its description and, on lines of their own, its details.
    const [description, ...details] = words.split("\n");
    return nested("accessibility", owner, {
      description: description!,
      details: details.length === 0 ? null : details.join("\n"),
    });
  }
  const [name, state] = [labelOf("AccessibilityFeature", feature), labelOf("Availability", availability)];
  return nested("accessibility", owner, { description: `${said(name)}: ${said(state)}`, details: words });
}
