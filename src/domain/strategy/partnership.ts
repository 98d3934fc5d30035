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
    /** Dates of joining and leaving; `null` when no source gives more than the dates of the partnership. */
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
    /** Named members. Empty when the source says that they are still to be found. */
    members: distinct(member, ({ organizationCode, role }) => `${organizationCode} ${role}`),
    areaCodes: list(code("areas")),
    validFrom: optional(partialDate()),
    validTo: optional(partialDate()),
    /** `null` when no source says. */
    signedOn: optional(partialDate()),
    /** Address of the agreement; `null` when it is not published. */
    document: optional(url()),
    sourceCodes: sources(),
  },
  ({ validFrom, validTo }, check) =>
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder),
);

/** An agreement between organisations, or a planned one. */
export interface Partnership extends RecordOf<typeof partnershipRecord> {}

export const createPartnership = partnershipRecord.create;
