import type {
  MembershipPresence,
  PartnerRole,
  Partnership,
  PartnershipKind,
  PartnershipMember,
} from "../../domain/strategy/partnership";
import { codeOf, optional } from "../kit/argument";
import { CitationType } from "../kit/citation.type";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { input } from "../kit/input";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";

const PartnershipKindEnum = enumType<PartnershipKind>("PartnershipKind", "Kind of agreement.", {
  CO_DESIGN: "Joint design of services with third-sector organisations (co-progettazione).",
  CO_PROGRAMMING: "Joint programming of policies with third-sector organisations (co-programmazione).",
  CONTRACT: "Contract.",
  INFORMAL: "Arrangement without a document.",
  INSTITUTIONAL: "Agreement between public organisations.",
  MEMORANDUM: "Memorandum of understanding.",
  UNKNOWN: "No source states the kind, or whether there is an agreement.",
  WIDE_PARTNERSHIP: "Wide partnership with third-sector and private parties.",
});

const PartnerRoleEnum = enumType<PartnerRole>("PartnerRole", "Role of a member in a partnership.", {
  ADVISER: "Advises.",
  BENEFICIARY_REP: "Represents the beneficiaries.",
  FUNDER: "Provides funds.",
  LEAD: "Leads.",
  PARTNER: "Takes part.",
  PROVIDER: "Provides services.",
});

export const MembershipPresenceEnum = enumType<MembershipPresence>(
  "MembershipPresence",
  "Whether a member still has its role.",
  {
    ENDED: "A source states that the role has ended.",
    PRESENT: "A source states the role as present.",
    UNKNOWN: "No source states it. Unknown does not mean present, see lastKnown.",
  },
);

export const PartnershipMemberType = output<PartnershipMember, "areaCodes" | "organizationCode" | "presence">(
  "PartnershipMember",
  "Membership of an organisation in a partnership (W3C org:Membership).",
  {
    role: nonNull(() => PartnerRoleEnum, "Role of the member."),
    description: nullable(() => LocalizedTextType, "Description of the role in short words."),
    place: nullable(() => LocalizedTextType, "Place of the role as the source names it; null if none is."),
    validFrom: nullable(
      () => PartialDateScalar,
      "Start of membership, since when it has the role; null if no source states it.",
    ),
    validTo: nullable(
      () => PartialDateScalar,
      "End of membership; null if it is current or no source states it.",
    ),
    lastKnown: nullable(
      () => PartialDateScalar,
      "Date of the newest source that states the role; null if that source is undated.",
    ),
    note: nullable(() => LocalizedTextType, "Caveat about the role."),
    citations: nonNull(() => [CitationType], "Pages that state the role."),
  },
);

export const PartnershipType = node<Partnership, "strategyCode" | "areaCodes" | "sourceCodes">(
  "Partnership",
  "Agreement between organisations, or a stated intent of one.",
  {
    code: nonNull(() => String, "Stable key."),
    name: nonNull(() => LocalizedTextType, "Name."),
    kind: nonNull(() => PartnershipKindEnum, "Kind of agreement."),
    description: nullable(() => LocalizedTextType, "Subject of the partnership."),
    members: nonNull(
      () => [PartnershipMemberType],
      "Members that a source names; empty if they are not yet known.",
    ),
    validFrom: nullable(() => PartialDateScalar, "Start of validity; null if unknown."),
    validTo: nullable(
      () => PartialDateScalar,
      "End of validity; null if it is still valid or the date is unknown.",
    ),
    signedOn: nullable(() => PartialDateScalar, "Date of signature; null if no source states it."),
    document: nullable(() => String, "Web address of the agreement; null if none is published."),
  },
);

export const PartnershipFilterInput = input(
  "PartnershipFilter",
  "Filter of partnerships. All conditions must be met; without conditions all partnerships match.",
  {
    kind: optional(() => PartnershipKindEnum, "Kind of agreement."),
    strategy: optional(codeOf("strategy"), "Code of the strategy that the partnerships serve."),
  },
);

export const PartnershipConnectionType = connectionType("Partnership", () => PartnershipType, "partnerships");

export const toPartnership = linkTo(() => PartnershipType, "partnership");
