import { isEmailOfHsds, isWebAddressOfHsds } from "../../domain/hsds/addresses";
import type { HsdsServiceBasic } from "../../domain/hsds/rows";
import type { Contact } from "../../domain/kit/contact";
import { type StatusOrUnknown, statusOf } from "../../domain/kit/status";
import type { Service } from "../../domain/services/service";
import { hsdsId } from "../../storage/documents/hsds-id";
import { factualOrganization } from "./factual";
import { organizationBasic } from "./organizations";
import type { HsdsReading } from "./reading";
import { present, said } from "./row";

/**
 * HSDS demands a status. A service that is planned, or of which no source states the status, is not said to be active: an
 * attribute has the status of the hub.
 */
export const hsdsStatus: Readonly<Record<StatusOrUnknown, HsdsServiceBasic["status"]>> = {
  ACTIVE: "active",
  DEFUNCT: "defunct",
  INACTIVE: "inactive",
  PLANNED: "inactive",
  TEMPORARILY_CLOSED: "temporarily closed",
  UNKNOWN: "inactive",
};

/** The contact of the service itself, whose email has a field of its own. */
export const ownContact = ({ name, contacts }: Service): Contact | null =>
  contacts.find(
    ({ office, email, phone, personName }) =>
      personName === null &&
      phone === null &&
      email !== null &&
      isEmailOfHsds(email) &&
      said(office) === said(name),
  ) ?? null;

/** The fields of a service that are no rows of their own. */
export function serviceFields(service: Service, { records, repositories }: HsdsReading) {
  const organization =
    service.organizationCode === null ? null : factualOrganization(service.organizationCode, records);
  const id = hsdsId("service", service.code);
  const { url } = service;
  const fields = present({
    id,
    organization_id: organization === null ? null : hsdsId("organization", organization.code),
    name: said(service.name) ?? service.code,
    alternate_name: service.alternateName,
    description: said(service.description),
    url: url !== null && isWebAddressOfHsds(url) ? url : null,
    email: ownContact(service)?.email ?? null,
    status: hsdsStatus[statusOf(service)],
    application_process: said(service.applicationProcess),
    fees_description: said(service.fees),
    eligibility_description: said(service.eligibility),
    minimum_age: service.minimumAge,
    maximum_age: service.maximumAge,
    assured_date: service.lastVerified,
    alert: said(service.alert),
    last_modified: repositories.hsds.one("service", id)?.updatedAt ?? null,
  });
  return { fields, organization };
}

/** A service as in lists, with its organisation. */
export function serviceBasic(service: Service, reading: HsdsReading): HsdsServiceBasic {
  const { fields, organization } = serviceFields(service, reading);
  return organization === null
    ? fields
    : { ...fields, organization: organizationBasic(organization, reading.records) };
}
