import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Milestone, milestoneTiming } from "../../domain/milestone";
import type { SourceRef } from "../../domain/source-ref";
import type { Strategy } from "../../domain/strategy";
import { ActionType } from "../action/action.type";
import type { Context } from "../context";
import { loadOne } from "../loaders";
import { checkWholeDay } from "../shared/check-bounds";
import { type Connection, ListArgs, toConnection } from "../shared/connection";
import { PartialDateScalar } from "../shared/scalars";
import { sourceRefsDescription, sourcesOf } from "../shared/sourced";
import { SourceRefType } from "../source-ref/source-ref.type";
import { StrategyType } from "../strategy/strategy.type";
import { MilestoneConnectionType, MilestoneTimingType, MilestoneType } from "./milestone.type";

/** A milestone with the day of the list that it was asked in. */
type DatedMilestone = Milestone & { readonly asOf?: string };

@Resolver(() => MilestoneType)
export class MilestoneResolver {
  @FieldResolver(() => MilestoneTimingType, {
    nullable: true,
    description:
      "State and delay on the day that the list was asked for; null where no day was given (node).",
  })
  timing(@Root() milestone: DatedMilestone): MilestoneTimingType | null {
    return milestone.asOf === undefined ? null : milestoneTiming(milestone, milestone.asOf);
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
  async milestones(
    @Root() strategy: Strategy,
    @Arg("asOf", () => PartialDateScalar, {
      description: "The whole day to judge by, for example 2026-11-22.",
    })
    asOf: string,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<DatedMilestone>> {
    checkWholeDay("asOf", asOf);
    const milestones = await repositories.milestones.ofStrategy(strategy.code, page);
    const edges = milestones.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, asOf } }));
    return toConnection({ ...milestones, edges }, page);
  }
}
