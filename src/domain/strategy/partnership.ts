import type * as z from "zod";
import { isInOrder } from "../kit/dates";
import { choice, code, distinct, group, list, optional, partialDate, sources, url } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";

const partnershipKinds = [
  "CO_DESIGN",
  "CO_PROGRAMMING",
  "CONTRACT",
  "INFORMAL",
  "INSTITUTIONAL",
  "MEMORANDUM",
  "WIDE_PARTNERSHIP",
] as const;
export type PartnershipKind = (typeof partnershipKinds)[number];

const partnerRoles = ["ADVISER", "BENEFICIARY_REP", "FUNDER", "LEAD", "PARTNER", "PROVIDER"] as const;
export type PartnerRole = (typeof partnerRoles)[number];

const member = group(
  {
    organizationCode: code("organizations"),
    role: choice(partnerRoles),
    /** When it joined and left; `null` where no source says, and only the partnership's own dates are known. */
    validFrom: optional(partialDate()),
    validTo: optional(partialDate()),
  },
  ({ validFrom, validTo }, check) =>
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder),
);
export type PartnershipMember = z.output<typeof member>;

export const partnershipRecord = defineRecord(
  "Partnership",
  {
    code: ownCode(),
    name: localizedText(),
    kind: choice(partnershipKinds),
    description: optional(localizedText()),
    strategyCode: optional(code("strategies")),
    /** Members that a source names. Empty where the source says that they are still to be found. */
    members: distinct(member, ({ organizationCode, role }) => `${organizationCode} ${role}`),
    areaCodes: list(code("areas")),
    validFrom: optional(partialDate()),
    validTo: optional(partialDate()),
    /** When it was signed; `null` where no source says. */
    signedOn: optional(partialDate()),
    /** Address of the agreement itself; `null` where none is published. */
    document: optional(url()),
    sourceCodes: sources(),
  },
  ({ validFrom, validTo }, check) =>
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder),
);

/** An agreement, or the intent of one, between organisations. */
export interface Partnership extends RecordOf<typeof partnershipRecord> {}

export const createPartnership = partnershipRecord.create;
