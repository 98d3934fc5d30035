import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Area } from "../../domain/places/area";
import type { EngagementArea, EngagementTotals } from "../../domain/strategy/engagement-totals";
import type { Strategy } from "../../domain/strategy/strategy";
import { findEngagementTotals } from "../../queries/strategy/find-engagement-totals";
import type { Context } from "../kit/context";
import { AreaType } from "../places/area.type";
import { EngagementAreaType, EngagementTotalsType } from "./engagement-totals.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => StrategyType)
export class StrategyEngagementTotalsResolver {
  @FieldResolver(() => EngagementTotalsType, {
    nullable: true,
    description: "How many took part, by area and age class, without disclosing small groups.",
  })
  engagementTotals(@Root() strategy: Strategy, @Ctx() context: Context): Promise<EngagementTotals> {
    return findEngagementTotals(strategy, context);
  }
}

@Resolver(() => EngagementAreaType)
export class EngagementAreaResolver {
  @FieldResolver(() => AreaType, { nullable: true, description: "The area." })
  area(@Root() { areaCode }: EngagementArea, @Ctx() { loaders }: Context): Promise<Area | null> {
    return loaders.area.load(areaCode);
  }
}
