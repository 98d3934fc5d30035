import { officeContact } from "../../domain/kit/contact";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { createService, type Service, serviceRecord } from "../../domain/services/service";
import { finding, problem } from "../kit/problem";
import { citationsOf } from "./citations-of";
import { phones } from "./location-of";
import type { Mapping } from "./mapping.schema";
import { plainValues } from "./plain-values";
import { readNumber } from "./read-number";
import { columnOf, listOf, localizedOf, type RowReader, textOf, unreadable } from "./read-value";
import { hoursOf } from "./row-hours";
import type { RowKey } from "./row-key";
import { type ServiceMapping, serviceOthers } from "./service.schema";

/** The service of a row; `null`, with a problem, without a name. */
export function serviceOf(
  mapping: ServiceMapping,
  { source }: Mapping,
  key: RowKey,
  reader: RowReader,
): Service | null {
  const name = localizedOf(mapping.name, reader);
  if (name === null) {
    unreadable(reader, finding("NOT_A_CODE", "serviceWithoutName"), null, "");
    return null;
  }
  const list = <T extends string>(spec: ServiceMapping["channels"]) => [
    ...new Set(listOf(spec, reader).texts as readonly T[]),
  ];
  const { openingHoursText, openingRules } = hoursOf(mapping.hours, source, reader);
  return createService({
    code: `${source.code}:${key.text}`,
    name,
    organizationCode: textOf(mapping.organization, reader),
    ...plainValues<Service, (typeof serviceOthers)[number]>(serviceRecord, mapping, reader, serviceOthers),
    careDomains: list(mapping.careDomains),
    targetGroupCodes: list(mapping.targetGroups),
    serviceTypeCodes: list(mapping.serviceTypes),
    serviceAreaCodes: list(mapping.serviceAreas),
    channels: list(mapping.channels),
    languages: list(mapping.languages),
    minimumAge: ageOf(mapping.minimumAge, reader),
    maximumAge: ageOf(mapping.maximumAge, reader),
    freeOfCharge: (textOf(mapping.freeOfCharge, reader) as Service["freeOfCharge"] | null) ?? "UNKNOWN",
    requiredDocuments: mapping.requiredDocuments.flatMap((spec) => localizedOf(spec, reader) ?? []),
    phones: phones(mapping.phones, reader),
    contacts: contactsOf(mapping, name, reader),
    openingHoursText,
    openingRules,
    citations: citationsOf(mapping.citations, reader),
    // The key of a row with a centre is that of the centre.
    externalIdentifiers:
      key.isOfRegister && mapping.atCentre !== true ? [{ scheme: source.code, value: key.text }] : [],
    sourceCodes: [source.code],
  });
}

/** The office; the name of a person only with a legal basis. The problem does not repeat the name, because reports are public. */
function contactsOf(
  { contactPerson, email: address, legalBasis: basis }: ServiceMapping,
  office: LocalizedText,
  reader: RowReader,
): Service["contacts"] {
  const [email, named] = [textOf(address, reader), textOf(contactPerson, reader)];
  const legalBasis = basis ?? null;
  const isNamed = named !== null && legalBasis !== null && email !== null;
  if (named !== null && !isNamed) {
    const found = finding("NOT_HELD", legalBasis === null ? "personWithoutBasis" : "personWithoutAddress");
    reader.problems.push(problem("WARNING", found, columnOf(contactPerson!, reader.cells), null));
  }
  return email === null
    ? []
    : [{ ...officeContact(office, email), ...(isNamed && { personName: named, legalBasis }) }];
}

function ageOf(spec: ServiceMapping["minimumAge"], reader: RowReader): number | null {
  if (spec === undefined) return null;
  const cell = readNumber(spec, reader);
  return cell.kind === "value" ? cell.value : null;
}
