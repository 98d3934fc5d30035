import type {
  HsdsCostOption,
  HsdsLanguage,
  HsdsRequiredDocument,
  HsdsServiceArea,
} from "../../domain/hsds/parts";
import type { HsdsService } from "../../domain/hsds/rows";
import { statusOf } from "../../domain/kit/status";
import type { Service } from "../../domain/services/service";
import type { Records } from "../kit/records";
import { together } from "../kit/together";
import {
  attributesOf,
  englishFacts,
  type Fact,
  identifierFacts,
  sourceFacts,
  standingFacts,
  termFacts,
} from "./attributes";
import { organizationRow } from "./organizations";
import { contactRows, phoneRows } from "./phones";
import type { HsdsReading } from "./reading";
import { nested, present, said } from "./row";
import { hoursRows } from "./schedules";
import { nestedServiceAtLocation } from "./service-at-locations";
import { ownContact, serviceFields } from "./service-basic";

/** Units of work of a row: with everything nested it has 30 ids to compute, and 10 kB of text. */
export const workOfRow = { BASIC: 15, FULL: 250 } as const;

/** A service with everything nested: its organisation, and every place with its hours. */
export function serviceRow(service: Service, reading: HsdsReading): HsdsService {
  const { records, repositories, work } = reading;
  const { fields, organization } = serviceFields(service, reading);
  const { id } = fields;
  const { schedules, facts } = hoursRows(id, service);
  const codes = repositories.servicesAtLocation.codesOfService(service.code);
  work?.computes(workOfRow.FULL * codes.length);
  const places = together(records.serviceAtLocation.all(codes), (place) =>
    nestedServiceAtLocation(place, reading),
  );
  const own = ownContact(service);
  return {
    ...fields,
    ...present({
      phones: phoneRows(id, service.phones),
      schedules: [...schedules],
      service_areas: areaRows(id, service, records),
      service_at_locations: places.filter((place) => place !== null),
      languages: service.languages.map((code) => languageRow(id, code)),
      organization: organization === null ? null : organizationRow(organization, records),
      cost_options: service.costOptions.map((option) => costRow(id, option)),
      required_documents: service.requiredDocuments.map(
        (document): HsdsRequiredDocument =>
          nested("required_document", id, { document: said(document) ?? "" }),
      ),
      contacts: contactRows(
        id,
        service.contacts.filter((contact) => contact !== own),
      ),
      attributes: attributesOf("service", id, [...ownFacts(service, fields.url, records), ...facts]),
    }),
  };
}

function ownFacts(service: Service, url: string | undefined, records: Records): Fact[] {
  const { name, description, alert, applicationProcess, fees, eligibility } = service;
  const status = statusOf(service);
  return [
    { term: "code", value: service.code },
    ...termFacts(service.serviceTypeCodes, "service-type", records),
    ...termFacts(service.targetGroupCodes, "target-group", records),
    // Where HSDS has the word, the field says it.
    { term: "status", value: status === "PLANNED" || status === "UNKNOWN" ? status : null },
    ...standingFacts(service),
    ...service.careDomains.map((value): Fact => ({ term: "care-domain", value })),
    ...service.channels.map((value): Fact => ({ term: "channel", value })),
    { term: "free-of-charge", value: service.freeOfCharge === "UNKNOWN" ? null : service.freeOfCharge },
    { term: "website", value: url === undefined ? service.url : null },
    ...identifierFacts(service.externalIdentifiers),
    ...englishFacts({
      ...{ name, description, alert },
      application_process: applicationProcess,
      fees_description: fees,
      eligibility_description: eligibility,
    }),
    ...sourceFacts(service.sourceCodes, records),
  ];
}

const areaRows = (owner: string, { serviceAreaCodes }: Service, records: Records): HsdsServiceArea[] =>
  records.area
    .all(serviceAreaCodes)
    .map(({ code, name, localType }) =>
      nested("service_area", owner, { name, description: `${said(localType)} (${code})` }),
    );

let names: Intl.DisplayNames | undefined;

function languageRow(owner: string, code: string): HsdsLanguage {
  names ??= new Intl.DisplayNames(["it"], { type: "language" });
  return nested("language", owner, { name: names.of(code) ?? code, code });
}

const costRow = (
  owner: string,
  { option, amount, validFrom, validTo }: Service["costOptions"][number],
): HsdsCostOption =>
  nested("cost_option", owner, {
    valid_from: validFrom,
    valid_to: validTo,
    option: said(option) ?? "",
    currency: amount?.currency ?? null,
    amount: amount === null ? null : amount.cents / 100,
  });
