import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Milestone, MilestoneTiming } from "../../domain/strategy/milestone";
import type { Strategy } from "../../domain/strategy/strategy";
import type { Connection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { type DatedMilestone, findMilestones, timingOf } from "../../queries/strategy/find-milestones";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { PartialDateScalar } from "../kit/scalars";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { ActionType } from "./action.type";
import { MilestoneConnectionType, MilestoneTimingType, MilestoneType } from "./milestone.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => MilestoneType)
export class MilestoneResolver {
  @FieldResolver(() => MilestoneTimingType, {
    nullable: true,
    description:
      "State and delay on the day that the list was asked for; null where no day was given (node).",
  })
  timing(@Root() milestone: DatedMilestone): MilestoneTiming | null {
    return timingOf(milestone);
  }

  @FieldResolver(() => ActionType, {
    nullable: true,
    description: "The action that it belongs to; null for the strategy as a whole.",
  })
  action(@Root() milestone: Milestone, @Ctx() { loaders }: Context) {
    return loadOne(loaders.action, milestone.actionCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() milestone: Milestone, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(milestone, context);
  }
}

@Resolver(() => StrategyType)
export class StrategyMilestonesResolver {
  @FieldResolver(() => MilestoneConnectionType, {
    nullable: true,
    description: "Its milestones by planned date, those without one last, with their state on a day.",
  })
  milestones(
    @Root() strategy: Strategy,
    @Arg("asOf", () => PartialDateScalar, {
      description: "The whole day to judge by, for example 2026-11-22.",
    })
    asOf: string,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DatedMilestone>> {
    return findMilestones(strategy, asOf, page, context);
  }
}
