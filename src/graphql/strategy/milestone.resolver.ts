import type { Strategy } from "../../domain/strategy/strategy";
import { type DatedMilestone, findMilestones, timingOf } from "../../queries/strategy/find-milestones";
import { required } from "../kit/argument";
import { field, fields, fieldWith } from "../kit/declare";
import { listArguments } from "../kit/page.input";
import { PartialDateScalar } from "../kit/scalars";
import { toAction } from "./action.type";
import { MilestoneConnectionType, MilestoneTimingType, MilestoneType } from "./milestone.type";
import { StrategyType } from "./strategy.type";

fields<DatedMilestone>(() => MilestoneType, {
  timing: field(
    () => MilestoneTimingType,
    "State and delay on the requested date; null without a date (node).",
    timingOf,
  ),
  action: toAction.one("actionCode", "Action; null for the strategy as a whole."),
});

fields<Strategy>(() => StrategyType, {
  milestones: fieldWith(
    () => MilestoneConnectionType,
    "Milestones by planned date, with their state on a date. Milestones without a planned date come last.",
    {
      on: required(() => PartialDateScalar, "Date of the evaluation, for example 2026-11-22."),
      ...listArguments,
    },
    (strategy: Strategy, { on, ...page }, context) => findMilestones(strategy, on, page, context),
  ),
});
