import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Area } from "../../domain/places/area";
import type { Centre } from "../../domain/places/centre";
import type { Action } from "../../domain/strategy/action";
import type { Reach } from "../../domain/strategy/fund-reach";
import type { Strategy } from "../../domain/strategy/strategy";
import { loadAll } from "../../queries/kit/loaders";
import { makeReach, type StrategyReach } from "../../queries/strategy/make-reach";
import type { Context } from "../kit/context";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { CentreType } from "../places/centre.type";
import { ActionType } from "./action.type";
import { ReachType, StrategyReachType } from "./reach.type";
import { StrategyType } from "./strategy.type";

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
