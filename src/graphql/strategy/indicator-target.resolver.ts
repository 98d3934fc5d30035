import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Observation } from "../../domain/indicators/observation";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { IndicatorTarget } from "../../domain/strategy/indicator-target";
import type { Strategy } from "../../domain/strategy/strategy";
import type { TargetProgress } from "../../domain/strategy/target-progress";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { lastObservationOf, progressOf } from "../../queries/strategy/target-progress";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { ObservationType } from "../indicators/observation.type";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaType } from "../places/area.type";
import { ActionType } from "./action.type";
import {
  IndicatorTargetConnectionType,
  IndicatorTargetType,
  TargetProgressType,
} from "./indicator-target.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => IndicatorTargetType)
export class IndicatorTargetResolver {
  @FieldResolver(() => IndicatorDefinitionType, { nullable: true, description: "What is measured." })
  indicator(
    @Root() target: IndicatorTarget,
    @Ctx() { loaders }: Context,
  ): Promise<IndicatorDefinition | null> {
    return loaders.indicator.load(target.indicatorCode);
  }

  @FieldResolver(() => ActionType, {
    nullable: true,
    description: "The action that it belongs to; null for the strategy as a whole.",
  })
  action(@Root() target: IndicatorTarget, @Ctx() { loaders }: Context) {
    return loadOne(loaders.action, target.actionCode);
  }

  @FieldResolver(() => AreaType, {
    nullable: true,
    description: "The area that it holds for; null where it is not tied to one.",
  })
  area(@Root() target: IndicatorTarget, @Ctx() { loaders }: Context) {
    return loadOne(loaders.area, target.areaCode);
  }

  @FieldResolver(() => ObservationType, {
    nullable: true,
    description: "The newest value of the indicator in its area; null where there is none, or no area.",
  })
  lastObservation(@Root() target: IndicatorTarget, @Ctx() context: Context): Promise<Observation | null> {
    return lastObservationOf(target, context);
  }

  @FieldResolver(() => TargetProgressType, {
    nullable: true,
    description: "How far that value is on the way from the baseline to milestone and target; computed.",
  })
  progress(@Root() target: IndicatorTarget, @Ctx() context: Context): Promise<TargetProgress> {
    return progressOf(target, context);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() target: IndicatorTarget, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(target, context);
  }
}

@Resolver(() => StrategyType)
export class StrategyIndicatorTargetsResolver {
  @FieldResolver(() => IndicatorTargetConnectionType, {
    nullable: true,
    description: "What it promises to reach, by indicator; empty where no source tells.",
  })
  async indicatorTargets(
    @Root() strategy: Strategy,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<IndicatorTarget>> {
    return toConnection(await repositories.indicatorTargets.ofStrategy(strategy.code, page), page);
  }
}
