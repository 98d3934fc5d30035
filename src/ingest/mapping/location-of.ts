import type { Phone } from "../../domain/kit/contact";
import { createOrganization, type Organization, organizationRecord } from "../../domain/places/organization";
import type { Service } from "../../domain/services/service";
import { createServiceAtLocation, type ServiceAtLocation } from "../../domain/services/service-at-location";
import { phonesOf } from "../kit/phones";
import { finding } from "../kit/problem";
import type { Mapping } from "./mapping.schema";
import { plainValues } from "./plain-values";
import { properName } from "./proper-name";
import { identifiersOf, listOf, type RowReader, readText, textOf } from "./read-value";
import type { LocationMapping, OrganizationMapping } from "./record.schema";
import { hoursOf } from "./row-hours";
import type { RowKey } from "./row-key";
import { foldWord } from "./value.schema";

/** A service at the centre of its row; `null` if the row names no service. */
export function locationOf(
  mapping: LocationMapping,
  { source }: Mapping,
  key: RowKey,
  reader: RowReader,
): ServiceAtLocation | null {
  const serviceCode = textOf(mapping.service, reader);
  if (serviceCode === null) return null;
  const own: RowReader = { ...reader, problems: [] };
  const description = textOf(mapping.description, own);
  const hours = hoursOf(mapping.hours, source, own);
  const location = createServiceAtLocation({
    code: `${serviceCode}:${key.text}`,
    serviceCode,
    centreCode: `${source.code}:${key.text}`,
    description: description === null ? null : { it: description, en: inEnglish(description, mapping) },
    phones: phones(mapping.phones, own),
    openingHoursText: hours.openingHoursText,
    openingRules: hours.openingRules,
    openingHoursNote: hours.caution,
    sourceCodes: [source.code],
  });
  const about = { type: "ServiceAtLocation", code: location.code };
  reader.problems.push(...own.problems.map((each) => ({ ...each, about })));
  return location;
}

/** A service of a row at the centre of the same row: both have the code of the row. */
export const locationOfService = ({ code, sourceCodes }: Service): ServiceAtLocation =>
  createServiceAtLocation({ code: `${code}:here`, serviceCode: code, centreCode: code, sourceCodes });

/** The organisation of a row; `null`, with a problem, without a name or with an unreadable kind. */
export function organizationOf(
  mapping: OrganizationMapping,
  { source }: Mapping,
  key: RowKey,
  reader: RowReader,
): Organization | null {
  const incomplete = finding("NOT_A_CODE", "organizationIncomplete");
  const name = properName(mapping.name, reader, incomplete);
  const kind = readText(mapping.kind, reader);
  if (name === null || kind.kind === "unreadable") return null;
  return createOrganization({
    code: `${source.code}:${key.text}`,
    name,
    kind: kind.kind === "value" ? (kind.value as Organization["kind"]) : "UNKNOWN",
    ...plainValues<Organization>(organizationRecord, mapping, reader),
    phones: phones(mapping.phones, reader),
    identifiers: [
      ...(key.isOfRegister ? [{ scheme: source.code, value: key.text }] : []),
      ...identifiersOf(mapping.identifiers, reader),
    ],
    sourceCodes: [source.code],
  });
}

function inEnglish(text: string, { descriptionInEnglish = {} }: LocationMapping): string | null {
  const known = Object.entries(descriptionInEnglish).find(([word]) => foldWord(word) === foldWord(text));
  return known?.[1] ?? null;
}

export function phones(mapping: LocationMapping["phones"], reader: RowReader): Phone[] {
  const { texts, column } = listOf(mapping, reader);
  return texts.flatMap((text) => phonesOf(text, column ?? "phones", reader.problems));
}
