import { checkCode, checking, checkSources, checkText } from "../kit/check";
import { checkEmail, checkPhone, type Phone } from "../kit/contact";
import { checkIdentifiers, type ExternalIdentifier } from "../kit/external-identifier";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";

export const organizationKinds = [
  "EU_REGIONAL",
  "HEALTH_AGENCY",
  "HEALTH_TRUST",
  "HOUSING_COMPANY",
  "INFORMAL",
  "MUNICIPALITY",
  "PRIVATE",
  "PUBLIC_UNIT",
  "THIRD_SECTOR",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** A body that does something: an authority, one of its units, an agency, a company, an association. */
export interface Organization {
  readonly code: string;
  readonly name: string;
  readonly alternateName: string | null;
  readonly kind: OrganizationKind;
  readonly description: LocalizedText | null;
  /** The body that this one is a unit of. */
  readonly parentCode: string | null;
  readonly website: string | null;
  readonly email: string | null;
  /** Of its offices, never of persons. */
  readonly phones: readonly Phone[];
  /** Its legal form as a source states it, for example "Società cooperativa sociale". */
  readonly legalStatus: LocalizedText | null;
  readonly identifiers: readonly ExternalIdentifier[];
  readonly sourceCodes: readonly string[];
}

export function createOrganization(fields: Organization): Organization {
  const record = checking("Organization", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkText(record, "name", fields.name);
  record.check(
    fields.parentCode !== fields.code,
    "parentCode",
    fields.parentCode,
    "a body is no unit of itself",
  );
  record.check(
    fields.kind !== "PUBLIC_UNIT" || fields.parentCode !== null,
    "parentCode",
    fields.parentCode,
    "a PUBLIC_UNIT is a unit of some body",
  );
  checkEmail(record, "email", fields.email);
  for (const [i, phone] of fields.phones.entries()) checkPhone(record, `phones[${i}]`, phone);
  if (fields.legalStatus) checkLocalizedText(record, "legalStatus", fields.legalStatus);
  checkIdentifiers(record, "identifiers", fields.identifiers);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
