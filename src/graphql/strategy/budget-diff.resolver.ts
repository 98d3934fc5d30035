import type { Strategy } from "../../domain/strategy/strategy";
import { makeBudgetDiff } from "../../queries/strategy/make-budget-diff";
import { required } from "../kit/argument";
import { fields, fieldWith } from "../kit/declare";
import { BudgetDiffType } from "./budget-diff.type";
import { StrategyType } from "./strategy.type";

fields<Strategy>(() => StrategyType, {
  budgetDiff: fieldWith(
    () => BudgetDiffType,
    "What changed between two versions of the budget, in exact cents.",
    {
      from: required(() => String, "Label of the version to compare from."),
      to: required(() => String, "Label of the version to compare to."),
    },
    (strategy: Strategy, { from, to }) => makeBudgetDiff(strategy, from, to),
  ),
});
