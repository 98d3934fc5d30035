import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Centre } from "../../domain/places/centre";
import type { Strategy } from "../../domain/strategy/strategy";
import { loadAll } from "../../queries/kit/loaders";
import type { Context } from "../kit/context";
import { CentreType } from "../places/centre.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => CentreType)
export class CentreStrategiesResolver {
  @FieldResolver(() => [StrategyType], { nullable: true, description: "The strategies that it belongs to." })
  strategies(@Root() centre: Centre, @Ctx() { loaders }: Context): Promise<Strategy[]> {
    return loadAll(loaders.strategy, centre.strategyCodes);
  }
}
