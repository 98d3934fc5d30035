import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Area } from "../../domain/area";
import { type EngagementArea, type EngagementTotals, engagementTotals } from "../../domain/engagement-totals";
import type { Strategy } from "../../domain/strategy";
import { AreaType } from "../area/area.type";
import type { Context } from "../context";
import { StrategyType } from "../strategy/strategy.type";
import { EngagementAreaType, EngagementTotalsType } from "./engagement-totals.type";

@Resolver(() => StrategyType)
export class StrategyEngagementTotalsResolver {
  @FieldResolver(() => EngagementTotalsType, {
    nullable: true,
    description: "How many took part, by area and age class, without disclosing small groups.",
  })
  async engagementTotals(
    @Root() { code }: Strategy,
    @Ctx() { repositories }: Context,
  ): Promise<EngagementTotals> {
    return engagementTotals(await repositories.engagementEvents.everyOfStrategy(code));
  }
}

@Resolver(() => EngagementAreaType)
export class EngagementAreaResolver {
  @FieldResolver(() => AreaType, { nullable: true, description: "The area." })
  area(@Root() { areaCode }: EngagementArea, @Ctx() { loaders }: Context): Promise<Area | null> {
    return loaders.area.load(areaCode);
  }
}
