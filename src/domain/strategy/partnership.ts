import { checkCode, checking, checkSources } from "../kit/check";
import { checkDateOrder, checkPartialDate, type PartialDate } from "../kit/dates";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";

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

export interface PartnershipMember {
  readonly organizationCode: string;
  readonly role: PartnerRole;
  /** When it joined and left; `null` where no source says, and the partnership's own dates are all that is known. */
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
}

/** An agreement, or the intent of one, between organisations. */
export interface Partnership {
  readonly code: string;
  readonly name: LocalizedText;
  readonly kind: PartnershipKind;
  readonly description: LocalizedText | null;
  readonly strategyCode: string | null;
  /** Members that a source names. Empty where the source says that they are still to be found. */
  readonly members: readonly PartnershipMember[];
  readonly areaCodes: readonly string[];
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
  /** When it was signed; `null` where no source says. */
  readonly signedOn: PartialDate | null;
  /** Address of the agreement itself; `null` where none is published. */
  readonly document: string | null;
  readonly sourceCodes: readonly string[];
}

export function createPartnership(fields: Partnership): Partnership {
  const record = checking("Partnership", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkLocalizedText(record, "name", fields.name);
  checkPartialDate(record, "validFrom", fields.validFrom);
  checkPartialDate(record, "validTo", fields.validTo);
  checkDateOrder(record, "validTo", fields.validFrom, fields.validTo);
  const pairs = fields.members.map((m) => `${m.organizationCode} ${m.role}`);
  record.check(
    new Set(pairs).size === pairs.length,
    "members",
    pairs,
    "nobody is a member twice in one role",
  );
  for (const [i, { validFrom, validTo }] of fields.members.entries()) {
    checkPartialDate(record, `members[${i}].validFrom`, validFrom);
    checkPartialDate(record, `members[${i}].validTo`, validTo);
    checkDateOrder(record, `members[${i}].validTo`, validFrom, validTo);
  }
  checkPartialDate(record, "signedOn", fields.signedOn);
  const isUrl = fields.document === null || /^https?:\/\/[^\s/]+\S*$/.test(fields.document);
  record.check(isUrl, "document", fields.document, "must be an address that begins with https:// or http://");
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
