import type * as z from "zod";
import { citations } from "../kit/citation";
import { isInOrder } from "../kit/dates";
import {
  choice,
  code,
  codes,
  distinct,
  group,
  list,
  optional,
  partialDate,
  sources,
  url,
} from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";

const partnershipKinds = [
  "CO_DESIGN",
  "CO_PROGRAMMING",
  "CONTRACT",
  "INFORMAL",
  "INSTITUTIONAL",
  "MEMORANDUM",
  "UNKNOWN",
  "WIDE_PARTNERSHIP",
] as const;
export type PartnershipKind = (typeof partnershipKinds)[number];

export const partnerRoles = ["ADVISER", "BENEFICIARY_REP", "FUNDER", "LEAD", "PARTNER", "PROVIDER"] as const;
export type PartnerRole = (typeof partnerRoles)[number];

export const presences = ["ENDED", "PRESENT"] as const;
/** `UNKNOWN` stands for a member without one: no source states whether it still has the role. */
export type MembershipPresence = (typeof presences)[number] | "UNKNOWN";

const member = group(
  {
    organizationCode: code("organizations"),
    role: choice(partnerRoles),
    /** What it does, in short words. */
    description: optional(localizedText()),
    /** Where it does so, in the words of the source. */
    place: optional(localizedText()),
    /** Areas that a source names for this member. */
    areaCodes: codes("areas"),
    /** Dates of joining and leaving; `null` when no source gives more than the dates of the partnership. */
    validFrom: optional(partialDate()),
    validTo: optional(partialDate()),
    /** Date of the newest source that states the role; `null` when that has no date. */
    lastKnown: optional(partialDate()),
    /** `null` is unknown: a role of years ago may have ended. */
    presence: optional(choice(presences)),
    note: optional(localizedText()),
    citations: citations(),
  },
  ({ validFrom, validTo }, check) =>
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder),
);
export type PartnershipMember = z.output<typeof member>;

/** An organisation may have one role in several places. */
export const memberKey = ({ organizationCode, role, place }: PartnershipMember): string =>
  [organizationCode, role, ...(place === null ? [] : [place.it ?? place.en])].join(" ");

export const presenceOf = ({ presence }: PartnershipMember): MembershipPresence => presence ?? "UNKNOWN";

export const partnershipRecord = defineRecord(
  "Partnership",
  {
    code: ownCode(),
    name: localizedText(),
    kind: choice(partnershipKinds),
    description: optional(localizedText()),
    strategyCode: optional(code("strategies")),
    /** Named members. Empty when the source says that they are still to be found. */
    members: distinct(member, memberKey),
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

/** The areas of a member: its own if sources name areas member by member, else those of the partnership. */
export const areasOfMember = (
  { areaCodes, members }: Pick<Partnership, "areaCodes" | "members">,
  member: PartnershipMember,
): readonly string[] => (members.some((each) => each.areaCodes.length > 0) ? member.areaCodes : areaCodes);
