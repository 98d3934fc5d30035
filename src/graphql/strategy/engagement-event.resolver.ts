import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area } from "../../domain/places/area";
import type { EngagementEvent } from "../../domain/strategy/engagement-event";
import type { Strategy } from "../../domain/strategy/strategy";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaType } from "../places/area.type";
import { CentreType } from "../places/centre.type";
import { EngagementEventConnectionType, EngagementEventType } from "./engagement-event.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => EngagementEventType)
export class EngagementEventResolver {
  @FieldResolver(() => AreaType, { nullable: true, description: "The area that it is about." })
  area(@Root() event: EngagementEvent, @Ctx() { loaders }: Context): Promise<Area | null> {
    return loaders.area.load(event.areaCode);
  }

  @FieldResolver(() => CentreType, {
    nullable: true,
    description: "The centre where it takes place; null if it is in none.",
  })
  centre(@Root() event: EngagementEvent, @Ctx() { loaders }: Context) {
    return loadOne(loaders.centre, event.centreCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() event: EngagementEvent, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(event, context);
  }
}

@Resolver(() => StrategyType)
export class StrategyEngagementEventsResolver {
  @FieldResolver(() => EngagementEventConnectionType, {
    nullable: true,
    description: "How residents and stakeholders took part, by date; empty where no source tells.",
  })
  async engagementEvents(
    @Root() strategy: Strategy,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<EngagementEvent>> {
    return toConnection(await repositories.engagementEvents.ofStrategy(strategy.code, page), page);
  }
}
