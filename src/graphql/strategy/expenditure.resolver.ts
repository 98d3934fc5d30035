import type { Expenditure } from "../../domain/strategy/expenditure";
import { fields } from "../kit/declare";
import { toAction } from "./action.type";
import { ExpenditureType, toExpenditure } from "./expenditure.type";

fields<Expenditure>(() => ExpenditureType, {
  action: toAction.one("actionCode", "Action that the entry finances."),
  corrects: toExpenditure.one(
    "correctsCode",
    "Earlier entry that this entry corrects; null if it is not a correction.",
  ),
});
