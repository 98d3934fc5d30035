import type { Expenditure, ExpenditureKind } from "../../domain/strategy/expenditure";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
import { MoneyType } from "../kit/money.type";
import { node } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";
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

export const ExpenditureType = node<
  Expenditure,
  "strategyCode" | "actionCode" | "correctsCode" | "sourceCodes"
>("Expenditure", "Entry in the ledger of a strategy. Entries are added, never changed.", {
  code: nonNull(() => String, "Stable key."),
  kind: nonNull(() => ExpenditureKindEnum, "Stage of the expenditure."),
  fund: nonNull(() => FundEnum, "Fund that pays."),
  amount: nonNull(() => MoneyType, "Amount; negative only in a correction."),
  date: nonNull(() => PartialDateScalar, "Date of the entry."),
  documentRef: nullable(
    () => String,
    "Reference of the act or document in its own register; null if unknown.",
  ),
  cup: nullable(() => String, "Project code (CUP); null if unknown."),
});

export const ExpenditureConnectionType = connectionType("Expenditure", () => ExpenditureType, "expenditures");

export const toExpenditure = linkTo(() => ExpenditureType, "expenditure");
