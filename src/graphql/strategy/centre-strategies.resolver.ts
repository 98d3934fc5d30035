import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Centre } from "../../domain/centre";
import type { Strategy } from "../../domain/strategy";
import { loadAll } from "../../queries/kit/loaders";
import { CentreType } from "../centre/centre.type";
import type { Context } from "../context";
import { StrategyType } from "./strategy.type";

@Resolver(() => CentreType)
export class CentreStrategiesResolver {
  @FieldResolver(() => [StrategyType], { nullable: true, description: "The strategies that it belongs to." })
  strategies(@Root() centre: Centre, @Ctx() { loaders }: Context): Promise<Strategy[]> {
    return loadAll(loaders.strategy, centre.strategyCodes);
  }
}
