import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import type { BudgetVersion } from "../../domain/budget";
import { budgetDiff } from "../../domain/budget-diff";
import { HubError } from "../../domain/errors";
import type { Strategy } from "../../domain/strategy";
import { withShares } from "./budget.type";
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

function versionOf({ code, budgetVersions }: Strategy, where: string, label: string): BudgetVersion {
  const version = budgetVersions.find((each) => each.label === label);
  if (version) return version;
  const given = label.slice(0, 80);
  const known = budgetVersions.map((each) => `"${each.label}"`).join(", ");
  throw new HubError("UNKNOWN_CODE", {
    message: `${where} is "${given}", which is no version of the budget of ${code}.`,
    messageIt: `${where} è "${given}", che non è una versione del bilancio di ${code}.`,
    hint: known === "" ? "It has no budget version." : `Its versions are ${known}.`,
    where,
  });
}
