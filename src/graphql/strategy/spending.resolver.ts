import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Action } from "../../domain/strategy/action";
import type { ActionSpending } from "../../domain/strategy/spending";
import type { Strategy } from "../../domain/strategy/strategy";
import { makeSpending, type SpendingAnswer } from "../../queries/strategy/make-spending";
import type { Context } from "../kit/context";
import { PartialDateScalar } from "../kit/scalars";
import { ActionType } from "./action.type";
import { ActionSpendingType, SpendingType } from "./spending.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => StrategyType)
export class StrategySpendingResolver {
  @FieldResolver(() => SpendingType, {
    nullable: true,
    description: "Spend against plan, by fund and by action; null where no source gives a budget.",
  })
  spending(
    @Root() strategy: Strategy,
    @Arg("budgetVersion", () => String, {
      nullable: true,
      description: "Label of the version to compare with; the newest when absent.",
    })
    budgetVersion: string | null | undefined,
    @Arg("asOf", () => PartialDateScalar, {
      nullable: true,
      description: "A whole day: only what had certainly happened by then. The whole ledger when absent.",
    })
    asOf: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<SpendingAnswer | null> {
    return makeSpending(strategy, budgetVersion, asOf, context);
  }
}

@Resolver(() => ActionSpendingType)
export class ActionSpendingResolver {
  @FieldResolver(() => ActionType, {
    nullable: true,
    description: "The action; null if only the ledger names it.",
  })
  action(@Root() { actionCode }: ActionSpending, @Ctx() { loaders }: Context): Promise<Action | null> {
    return loaders.action.load(actionCode);
  }
}
