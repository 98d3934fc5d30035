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
    "Spend against plan, by fund and by action; null where no source gives a budget.",
    {
      budgetVersion: optional(() => String, "Label of the version to compare with; the newest when absent."),
      asOf: optional(
        () => PartialDateScalar,
        "A whole day: only what had certainly happened by then. The whole ledger when absent.",
      ),
    },
    (strategy: Strategy, { budgetVersion, asOf }, context) =>
      makeSpending(strategy, budgetVersion, asOf, context),
  ),
});

fields<ActionSpending>(() => ActionSpendingType, {
  action: toAction.one("actionCode", "The action; null if only the ledger names it."),
});
