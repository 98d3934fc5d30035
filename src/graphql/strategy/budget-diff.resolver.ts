import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import type { Strategy } from "../../domain/strategy/strategy";
import { makeBudgetDiff, type SharedBudgetDiff } from "../../queries/strategy/make-budget-diff";
import { BudgetDiffType } from "./budget-diff.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => StrategyType)
export class StrategyBudgetDiffResolver {
  @FieldResolver(() => BudgetDiffType, {
    nullable: true,
    description: "What changed between two versions of the budget, in exact cents.",
  })
  budgetDiff(
    @Root() strategy: Strategy,
    @Arg("from", () => String, { description: "Label of the version to compare from." }) from: string,
    @Arg("to", () => String, { description: "Label of the version to compare to." }) to: string,
  ): SharedBudgetDiff {
    return makeBudgetDiff(strategy, from, to);
  }
}
