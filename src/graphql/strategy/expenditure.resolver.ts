import type { Expenditure } from "../../domain/strategy/expenditure";
import type { Strategy } from "../../domain/strategy/strategy";
import { fields } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
import { toAction } from "./action.type";
import { ExpenditureConnectionType, ExpenditureType, toExpenditure } from "./expenditure.type";
import { StrategyType } from "./strategy.type";

fields<Expenditure>(() => ExpenditureType, {
  action: toAction.one("actionCode", "The action that it is for."),
  corrects: toExpenditure.one(
    "correctsCode",
    "The earlier entry that this one corrects; null if it is no correction.",
  ),
  sourceRefs,
});

fields<Strategy>(() => StrategyType, {
  expenditures: pageOf(
    () => ExpenditureConnectionType,
    "What was committed, contracted, paid and certified, by date; empty where no source tells.",
    ListArgs,
    ({ expenditures }, page, { code }) => expenditures.ofStrategy(code, page),
  ),
});
