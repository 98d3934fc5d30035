import type { Fund } from "../../domain/strategy/budget";
import type { Expenditure, ExpenditureKind } from "../../domain/strategy/expenditure";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
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

@Output(
  "Expenditure",
  "An entry of the ledger of a strategy. Entries are only appended, never changed.",
  NodeType,
)
export class ExpenditureType
  extends NodeType
  implements Omit<Expenditure, "strategyCode" | "actionCode" | "correctsCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => ExpenditureKindEnum, "Its stage.")
  kind!: ExpenditureKind;

  @NonNull(() => FundEnum, "The fund that pays.")
  fund!: Fund;

  @NonNull(() => MoneyType, "The amount; below 0 only in a correction.")
  amount!: MoneyType;

  @NonNull(() => PartialDateScalar, "When it happened.")
  date!: string;

  @Nullable(() => String, "The act or document, as its own register names it; null if unknown.")
  documentRef!: string | null;

  @Nullable(() => String, "Project code (CUP); null if unknown.")
  cup!: string | null;
}

export const ExpenditureConnectionType = connectionType("Expenditure", () => ExpenditureType, "expenditures");

export const toExpenditure = linkTo(() => ExpenditureType, "expenditure");
