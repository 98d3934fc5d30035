import type { ActionSpending } from "../../domain/strategy/spending";
import type { Strategy } from "../../domain/strategy/strategy";
import { makeSpending } from "../../queries/strategy/make-spending";
import { optional } from "../kit/argument";
import { fields, fieldWith } from "../kit/declare";
import { PartialDateScalar } from "../kit/scalars";
import { toAction } from "./action.type";
import { ActionSpendingType, SpendingType } from "./spending.type";
import { StrategyType } from "./strategy.type";

fields<Strategy>(() => StrategyType, {
  spending: fieldWith(
    () => SpendingType,
    "Expenditure compared with the plan, by fund and by action; null if no source states a budget.",
    {
      budgetVersion: optional(
        () => String,
        "Label of the budget version for the comparison; the newest when absent.",
      ),
      on: optional(
        () => PartialDateScalar,
        "Date: only entries that certainly happened by then. The whole ledger when absent.",
      ),
    },
    (strategy: Strategy, { budgetVersion, on }, context) =>
      makeSpending(strategy, budgetVersion, on, context),
  ),
});

fields<ActionSpending>(() => ActionSpendingType, {
  action: toAction.one("actionCode", "The action; null if only the ledger names it."),
});
