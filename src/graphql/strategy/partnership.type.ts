import type {
  PartnerRole,
  Partnership,
  PartnershipKind,
  PartnershipMember,
} from "../../domain/strategy/partnership";
import type { PartnershipFilter } from "../../queries/strategy/find-partnerships";
import { connectionType } from "../kit/connection.type";
import { Input, NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

const PartnershipKindEnum = enumType<PartnershipKind>("PartnershipKind", "Kind of agreement.", {
  CO_DESIGN: "Joint design of services with third-sector organisations (co-progettazione).",
  CO_PROGRAMMING: "Joint programming of policies with third-sector organisations (co-programmazione).",
  CONTRACT: "Contract.",
  INFORMAL: "Arrangement without a document.",
  INSTITUTIONAL: "Agreement between public organisations.",
  MEMORANDUM: "Memorandum of understanding.",
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

@Output("PartnershipMember", "Membership of an organisation in a partnership (W3C org:Membership).")
export class PartnershipMemberType implements Omit<PartnershipMember, "organizationCode"> {
  @NonNull(() => PartnerRoleEnum, "Role of the member.")
  role!: PartnerRole;

  @Nullable(() => PartialDateScalar, "Start of membership; null if no source states it.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "End of membership; null if it is current or no source states it.")
  validTo!: string | null;
}

@Output("Partnership", "Agreement between organisations, or a stated intent of one.", NodeType)
export class PartnershipType
  extends NodeType
  implements Omit<Partnership, "strategyCode" | "areaCodes" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name.")
  name!: LocalizedTextType;

  @NonNull(() => PartnershipKindEnum, "Kind of agreement.")
  kind!: PartnershipKind;

  @Nullable(() => LocalizedTextType, "Subject of the partnership.")
  description!: LocalizedTextType | null;

  @NonNull(() => [PartnershipMemberType], "Members that a source names; empty if they are not yet known.")
  members!: (PartnershipMemberType & PartnershipMember)[];

  @Nullable(() => PartialDateScalar, "Start of validity; null if unknown.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "End of validity; null if it is still valid or the date is unknown.")
  validTo!: string | null;

  @Nullable(() => PartialDateScalar, "Date of signature; null if no source states it.")
  signedOn!: string | null;

  @Nullable(() => String, "Web address of the agreement; null if none is published.")
  document!: string | null;
}

@Input(
  "PartnershipFilter",
  "Filter of partnerships. All conditions must be met; without conditions all partnerships match.",
)
export class PartnershipFilterInput implements PartnershipFilter {
  @Nullable(() => PartnershipKindEnum, "Kind of agreement.")
  kind!: PartnershipKind | null | undefined;

  @Nullable(() => String, "Code of the strategy that the partnerships serve.")
  strategy!: string | null | undefined;
}

export const PartnershipConnectionType = connectionType("Partnership", () => PartnershipType, "partnerships");

export const toPartnership = linkTo(() => PartnershipType, "partnership");
