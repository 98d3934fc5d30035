import * as z from "zod";
import { email, phone } from "../kit/contact";
import { identifiers } from "../kit/external-identifier";
import { choice, code, list, optional, sources, text } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";

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
  "UNKNOWN",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const organizationRecord = defineRecord(
  "Organization",
  {
    code: ownCode(),
    name: text(),
    alternateName: optional(z.string()),
    kind: choice(organizationKinds, "INFORMAL"),
    description: optional(localizedText()),
    /** The organisation with this one as a unit. */
    parentCode: optional(code("organizations")),
    website: optional(z.string()),
    email: optional(email()),
    /** Phones of offices, never of persons. */
    phones: list(phone()),
    /** Legal form, for example "Società cooperativa sociale". */
    legalStatus: optional(localizedText()),
    identifiers: identifiers(),
    sourceCodes: sources(),
  },
  ({ code, kind, parentCode }, check) => {
    check(parentCode !== code, "parentCode", (text) => text.parentOfItself);
    check(kind !== "PUBLIC_UNIT" || parentCode !== null, "parentCode", (text) => text.parentOfUnit);
  },
);

/** An authority, a unit, an agency, a company or an association. */
export interface Organization extends RecordOf<typeof organizationRecord> {}

export const createOrganization = organizationRecord.create;
