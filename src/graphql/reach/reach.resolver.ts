import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Action } from "../../domain/action";
import type { Area } from "../../domain/area";
import type { Centre } from "../../domain/centre";
import type { Reach } from "../../domain/fund-reach";
import type { Strategy } from "../../domain/strategy";
import { loadAll } from "../../queries/kit/loaders";
import { makeReach, type StrategyReach } from "../../queries/strategy/make-reach";
import { ActionType } from "../action/action.type";
import { AreaType } from "../area/area.type";
import { CentreType } from "../centre/centre.type";
import type { Context } from "../context";
import { PartialDateScalar } from "../shared/scalars";
import { StrategyType } from "../strategy/strategy.type";
import { ReachType, StrategyReachType } from "./reach.type";

@Resolver(() => StrategyType)
export class StrategyReachResolver {
  @FieldResolver(() => StrategyReachType, {
    nullable: true,
    description: "Which centres, areas and people each fund reached through the actions that it pays.",
  })
  reach(
    @Root() strategy: Strategy,
    @Arg("period", () => PartialDateScalar, { description: "Of the population, for example 2024." })
    period: string,
    @Arg("population", () => String, {
      defaultValue: "residents",
      description: "Code of the indicator that counts people, for example residents_65plus.",
    })
    population: string,
    @Ctx() context: Context,
  ): Promise<StrategyReach> {
    return makeReach(strategy, period, population, context);
  }
}

@Resolver(() => ReachType)
export class ReachResolver {
  @FieldResolver(() => [ActionType], { nullable: true, description: "The actions; null with a reason." })
  actions(@Root() { actionCodes }: Reach, @Ctx() { loaders }: Context): Promise<Action[]> | null {
    return actionCodes && loadAll(loaders.action, actionCodes);
  }

  @FieldResolver(() => [CentreType], { nullable: true, description: "The centres; null with a reason." })
  centres(@Root() { centreCodes }: Reach, @Ctx() { loaders }: Context): Promise<Centre[]> | null {
    return centreCodes && loadAll(loaders.centre, centreCodes);
  }

  @FieldResolver(() => [AreaType], { nullable: true, description: "The areas; null with a reason." })
  areas(@Root() { areaCodes }: Reach, @Ctx() { loaders }: Context): Promise<Area[]> | null {
    return areaCodes && loadAll(loaders.area, areaCodes);
  }
}
