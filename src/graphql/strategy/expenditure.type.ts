import { Field, ObjectType } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { Expenditure, ExpenditureKind } from "../../domain/strategy/expenditure";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { MoneyType } from "../kit/money.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";
import { FundEnum } from "./budget.type";

export const ExpenditureKindEnum = enumType<ExpenditureKind>(
  "ExpenditureKind",
  "The stage of an expenditure; the same money passes through several, so stages are never added up.",
  {
    CERTIFIED: "Declared to the programme and certified (certificato).",
    COMMITTED: "Committed by an act (impegno).",
    CONTRACTED: "Bound by a contract.",
    PAID: "Paid (pagamento).",
  },
);

@ObjectType("Expenditure", {
  description: "An entry of the ledger of a strategy. Entries are only appended, never changed.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ExpenditureType
  extends NodeType
  implements Omit<Expenditure, "strategyCode" | "actionCode" | "correctsCode" | "sourceCodes">
{
  @Field(() => String, { description: "Stable key." })
  code!: string;

  @Field(() => ExpenditureKindEnum, { description: "Its stage." })
  kind!: ExpenditureKind;

  @Field(() => FundEnum, { description: "The fund that pays." })
  fund!: Fund;

  @Field(() => MoneyType, { description: "The amount; below 0 only in a correction." })
  amount!: MoneyType;

  @Field(() => PartialDateScalar, { description: "When it happened." })
  date!: string;

  @Field(() => String, {
    nullable: true,
    description: "The act or document, as its own register names it; null if unknown.",
  })
  documentRef!: string | null;

  @Field(() => String, { nullable: true, description: "Project code (CUP); null if unknown." })
  cup!: string | null;
}

export const ExpenditureConnectionType = connectionType("Expenditure", () => ExpenditureType, "expenditures");
