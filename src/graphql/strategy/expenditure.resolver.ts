import type { Expenditure } from "../../domain/strategy/expenditure";
import { fields } from "../kit/declare";
import { sourceRefs } from "../kit/source-ref.type";
import { toAction } from "./action.type";
import { ExpenditureType, toExpenditure } from "./expenditure.type";

fields<Expenditure>(() => ExpenditureType, {
  action: toAction.one("actionCode", "The action that it is for."),
  corrects: toExpenditure.one(
    "correctsCode",
    "The earlier entry that this one corrects; null if it is no correction.",
  ),
  sourceRefs,
});
