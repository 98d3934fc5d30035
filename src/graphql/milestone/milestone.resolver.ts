import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Milestone, MilestoneTiming } from "../../domain/milestone";
import type { SourceRef } from "../../domain/source-ref";
import type { Strategy } from "../../domain/strategy";
import type { Connection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { type DatedMilestone, findMilestones, timingOf } from "../../queries/strategy/find-milestones";
import { ActionType } from "../action/action.type";
import type { Context } from "../context";
import { ListArgs } from "../shared/page.input";
import { PartialDateScalar } from "../shared/scalars";
import { SourceRefType, sourceRefsDescription } from "../source-ref/source-ref.type";
import { StrategyType } from "../strategy/strategy.type";
import { MilestoneConnectionType, MilestoneTimingType, MilestoneType } from "./milestone.type";

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
