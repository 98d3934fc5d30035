import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { budgetDiff } from "../../domain/budget-diff";
import type { Strategy } from "../../domain/strategy";
import { withShares } from "./budget.type";
import { BudgetDiffType } from "./budget-diff.type";
import { StrategyType } from "./strategy.type";
import { versionOf } from "./version-of";

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
  ): BudgetDiffType {
    const { lines, totalChange, ...versions } = budgetDiff(
      versionOf(strategy, "from", from),
      versionOf(strategy, "to", to),
    );
    return {
      from: withShares(versions.from),
      to: withShares(versions.to),
      totalChange,
      lines: lines && [...lines],
    };
  }
}
