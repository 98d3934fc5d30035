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

const PartnershipKindEnum = enumType<PartnershipKind>("PartnershipKind", "What sort of agreement it is.", {
  CO_DESIGN: "Design of services together with third-sector bodies (co-progettazione).",
  CO_PROGRAMMING: "Programming of policies together with third-sector bodies (co-programmazione).",
  CONTRACT: "A contract.",
  INFORMAL: "An arrangement without a document.",
  INSTITUTIONAL: "An agreement between public bodies.",
  MEMORANDUM: "A memorandum of understanding.",
  WIDE_PARTNERSHIP: "A wide partnership with third-sector and private parties.",
});

const PartnerRoleEnum = enumType<PartnerRole>("PartnerRole", "What a member does in a partnership.", {
  ADVISER: "It advises.",
  BENEFICIARY_REP: "It speaks for those who benefit.",
  FUNDER: "It pays.",
  LEAD: "It leads.",
  PARTNER: "It takes part.",
  PROVIDER: "It gives services.",
});

@Output("PartnershipMember", "An organisation in a partnership (W3C org:Membership).")
export class PartnershipMemberType implements Omit<PartnershipMember, "organizationCode"> {
  @NonNull(() => PartnerRoleEnum, "What it does there.")
  role!: PartnerRole;

  @Nullable(() => PartialDateScalar, "When it joined; null where no source says.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "When it left; null if it is still there or no source says.")
  validTo!: string | null;
}

@Output("Partnership", "An agreement, or the stated intent of one, between organisations.", NodeType)
export class PartnershipType
  extends NodeType
  implements Omit<Partnership, "strategyCode" | "areaCodes" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name.")
  name!: LocalizedTextType;

  @NonNull(() => PartnershipKindEnum, "What sort of agreement it is.")
  kind!: PartnershipKind;

  @Nullable(() => LocalizedTextType, "What it is about.")
  description!: LocalizedTextType | null;

  @NonNull(
    () => [PartnershipMemberType],
    "Members that a source names; empty where they are still to be found.",
  )
  members!: (PartnershipMemberType & PartnershipMember)[];

  @Nullable(() => PartialDateScalar, "When it began to hold; null if unknown.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "When it ceased to hold; null if it still holds or it is unknown.")
  validTo!: string | null;

  @Nullable(() => PartialDateScalar, "When it was signed; null where no source says.")
  signedOn!: string | null;

  @Nullable(() => String, "Address of the agreement itself; null where none is published.")
  document!: string | null;
}

@Input("PartnershipFilter", "Which partnerships; none of the conditions means all.")
export class PartnershipFilterInput implements PartnershipFilter {
  @Nullable(() => PartnershipKindEnum, "What sort of agreement.")
  kind!: PartnershipKind | null | undefined;

  @Nullable(() => String, "Code of the strategy that they serve.")
  strategy!: string | null | undefined;
}

export const PartnershipConnectionType = connectionType("Partnership", () => PartnershipType, "partnerships");

export const toPartnership = linkTo(() => PartnershipType, "partnership");
