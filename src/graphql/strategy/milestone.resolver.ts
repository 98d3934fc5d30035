import type { Strategy } from "../../domain/strategy/strategy";
import { type DatedMilestone, findMilestones, timingOf } from "../../queries/strategy/find-milestones";
import { required } from "../kit/argument";
import { field, fields, fieldWith } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { PartialDateScalar } from "../kit/scalars";
import { sourceRefs } from "../kit/source-ref.type";
import { toAction } from "./action.type";
import { MilestoneConnectionType, MilestoneTimingType, MilestoneType } from "./milestone.type";
import { StrategyType } from "./strategy.type";

fields<DatedMilestone>(() => MilestoneType, {
  timing: field(
    () => MilestoneTimingType,
    "State and delay on the day that the list was asked for; null where no day was given (node).",
    timingOf,
  ),
  action: toAction.one("actionCode", "The action that it belongs to; null for the strategy as a whole."),
  sourceRefs,
});

fields<Strategy>(() => StrategyType, {
  milestones: fieldWith(
    () => MilestoneConnectionType,
    "Its milestones by planned date, those without one last, with their state on a day.",
    {
      asOf: required(() => PartialDateScalar, "The whole day to judge by, for example 2026-11-22."),
      page: ListArgs,
    },
    (strategy: Strategy, { asOf, page }, context) => findMilestones(strategy, asOf, page, context),
  ),
});
