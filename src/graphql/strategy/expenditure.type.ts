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
  "Stage of an expenditure. The same money passes through several stages, so stages are never summed.",
  {
    CERTIFIED: "Declared to the programme and certified (certificato).",
    COMMITTED: "Committed by an act (impegno).",
    CONTRACTED: "Bound by a contract.",
    PAID: "Paid (pagamento).",
  },
);

@Output("Expenditure", "Entry in the ledger of a strategy. Entries are added, never changed.", NodeType)
export class ExpenditureType
  extends NodeType
  implements Omit<Expenditure, "strategyCode" | "actionCode" | "correctsCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => ExpenditureKindEnum, "Stage of the expenditure.")
  kind!: ExpenditureKind;

  @NonNull(() => FundEnum, "Fund that pays.")
  fund!: Fund;

  @NonNull(() => MoneyType, "Amount; negative only in a correction.")
  amount!: MoneyType;

  @NonNull(() => PartialDateScalar, "Date of the entry.")
  date!: string;

  @Nullable(() => String, "Reference of the act or document in its own register; null if unknown.")
  documentRef!: string | null;

  @Nullable(() => String, "Project code (CUP); null if unknown.")
  cup!: string | null;
}

export const ExpenditureConnectionType = connectionType("Expenditure", () => ExpenditureType, "expenditures");

export const toExpenditure = linkTo(() => ExpenditureType, "expenditure");
