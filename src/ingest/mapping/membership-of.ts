import type { PartnershipMember } from "../../domain/strategy/partnership";
import { finding } from "../kit/problem";
import { citationsOf } from "./citations-of";
import type { MembershipMapping } from "./membership.schema";
import { dateOf } from "./read-date";
import { listOf, type RowReader, requiredText, textOf, unreadable } from "./read-value";
import { wordedTextOf } from "./worded-text";

/** A member of a partnership, as one row states it. */
export interface RowMember {
  readonly partnershipCode: string;
  readonly member: PartnershipMember;
}

/**
 * The member of a row; `null`, with a problem, without a partnership, an organisation or a role.
 * @param ofRow code of the organisation that the row gives.
 */
export function membershipOf(
  mapping: MembershipMapping,
  ofRow: string | null,
  reader: RowReader,
): RowMember | null {
  const incomplete = finding("NOT_A_CODE", "membershipIncomplete");
  const partnershipCode = requiredText(mapping.partnership, reader, incomplete);
  const organizationCode = mapping.organization ? textOf(mapping.organization, reader) : ofRow;
  const role = requiredText(mapping.role, reader, incomplete);
  if (partnershipCode === null || role === null) return null;
  if (organizationCode === null) {
    unreadable(reader, incomplete, null, "");
    return null;
  }
  const member: PartnershipMember = {
    organizationCode,
    role: role as PartnershipMember["role"],
    description: wordedTextOf(mapping.description, reader),
    place: wordedTextOf(mapping.place, reader),
    areaCodes: [...new Set(listOf(mapping.areas, reader).texts)],
    validFrom: dateOf(mapping.validFrom, reader),
    validTo: dateOf(mapping.validTo, reader),
    lastKnown: dateOf(mapping.lastKnown, reader),
    presence: textOf(mapping.presence, reader) as PartnershipMember["presence"],
    note: wordedTextOf(mapping.note, reader),
    citations: citationsOf(mapping.citations, reader),
  };
  return { partnershipCode, member };
}
