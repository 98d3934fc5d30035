import { Field, InputType, ObjectType } from "type-graphql";
import type {
  PartnerRole,
  Partnership,
  PartnershipKind,
  PartnershipMember,
} from "../../domain/strategy/partnership";
import type { PartnershipFilter } from "../../queries/strategy/find-partnerships";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
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

@ObjectType("PartnershipMember", {
  description: "An organisation in a partnership (W3C org:Membership).",
  simpleResolvers: true,
})
export class PartnershipMemberType implements Omit<PartnershipMember, "organizationCode"> {
  @Field(() => PartnerRoleEnum, { description: "What it does there." })
  role!: PartnerRole;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it joined; null where no source says.",
  })
  validFrom!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it left; null if it is still there or no source says.",
  })
  validTo!: string | null;
}

@ObjectType("Partnership", {
  description: "An agreement, or the stated intent of one, between organisations.",
  implements: NodeType,
  simpleResolvers: true,
})
export class PartnershipType
  extends NodeType
  implements Omit<Partnership, "strategyCode" | "areaCodes" | "sourceCodes">
{
  @Field(() => String, { description: "Stable key." })
  code!: string;

  @Field(() => LocalizedTextType, { description: "Name." })
  name!: LocalizedTextType;

  @Field(() => PartnershipKindEnum, { description: "What sort of agreement it is." })
  kind!: PartnershipKind;

  @Field(() => LocalizedTextType, { nullable: true, description: "What it is about." })
  description!: LocalizedTextType | null;

  @Field(() => [PartnershipMemberType], {
    description: "Members that a source names; empty where they are still to be found.",
  })
  members!: (PartnershipMemberType & PartnershipMember)[];

  @Field(() => PartialDateScalar, { nullable: true, description: "When it began to hold; null if unknown." })
  validFrom!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it ceased to hold; null if it still holds or it is unknown.",
  })
  validTo!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it was signed; null where no source says.",
  })
  signedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Address of the agreement itself; null where none is published.",
  })
  document!: string | null;
}

@InputType("PartnershipFilter", { description: "Which partnerships; none of the conditions means all." })
export class PartnershipFilterInput implements PartnershipFilter {
  @Field(() => PartnershipKindEnum, { nullable: true, description: "What sort of agreement." })
  kind!: PartnershipKind | null | undefined;

  @Field(() => String, { nullable: true, description: "Code of the strategy that they serve." })
  strategy!: string | null | undefined;
}

export const PartnershipConnectionType = connectionType("Partnership", () => PartnershipType, "partnerships");
