import type { Phone } from "../../domain/kit/contact";
import { createOrganization, type Organization } from "../../domain/places/organization";
import { createServiceAtLocation, type ServiceAtLocation } from "../../domain/services/service-at-location";
import { phonesOf } from "../kit/phones";
import type { Mapping } from "./mapping.schema";
import { columnOf, listOf, type RowReader, readText, textOf, unreadable } from "./read-value";
import type { LocationMapping, OrganizationMapping } from "./record.schema";
import { hoursOf } from "./row-hours";

/** A service at the centre of its row; `null` where the row names no service. */
export function locationOf(
  mapping: LocationMapping,
  { source }: Mapping,
  key: string,
  reader: RowReader,
): ServiceAtLocation | null {
  const service = readText(mapping.service, reader);
  if (service.kind !== "value") return null;
  const description = textOf(mapping.description, reader);
  const hours = hoursOf(mapping.hours, source, reader);
  return createServiceAtLocation({
    code: `${service.value}:${key}`,
    serviceCode: service.value,
    centreCode: `${source.code}:${key}`,
    description: description === null ? null : { it: description, en: null },
    phones: phones(mapping.phones, reader),
    openingHoursText: hours.hoursText,
    openingRules: hours.openingRules,
    openingHoursNote: null,
    capacity: [],
    sourceCodes: [source.code],
  });
}

/** The body of a row; `null`, with a problem, where it has no name or kind. */
export function organizationOf(
  mapping: OrganizationMapping,
  { source }: Mapping,
  key: string,
  reader: RowReader,
): Organization | null {
  const [name, kind] = [readText(mapping.name, reader), readText(mapping.kind, reader)];
  for (const [read, spec] of [
    [name, mapping.name],
    [kind, mapping.kind],
  ] as const)
    if (read.kind === "blank")
      unreadable(reader, "NOT_A_CODE", columnOf(spec, reader.cells), "", "A body needs a name and a kind.");
  if (name.kind !== "value" || kind.kind !== "value") return null;
  return createOrganization({
    code: `${source.code}:${key}`,
    name: name.value,
    alternateName: textOf(mapping.alternateName, reader),
    kind: kind.value as Organization["kind"],
    description: null,
    parentCode: null,
    website: textOf(mapping.website, reader),
    email: textOf(mapping.email, reader),
    phones: phones(mapping.phones, reader),
    legalStatus: null,
    identifiers: [
      { scheme: source.code, value: key },
      ...mapping.identifiers.flatMap(({ scheme, value }) => {
        const text = textOf(value, reader);
        return text === null ? [] : [{ scheme, value: text }];
      }),
    ],
    sourceCodes: [source.code],
  });
}

function phones(mapping: LocationMapping["phones"], reader: RowReader): Phone[] {
  const { texts, column } = listOf(mapping, reader);
  return texts.flatMap((text) => phonesOf(text, column ?? "phones", reader.problems));
}
