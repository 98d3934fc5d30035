import { Int } from "type-graphql";
import type { Milestone, MilestoneState, MilestoneTiming } from "../../domain/strategy/milestone";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";

const MilestoneStateEnum = enumType<MilestoneState>("MilestoneState", "State of a milestone on a date.", {
  DONE: "Achieved, early or late; see the delay.",
  LATE: "Not achieved although the planned date has passed, or forecast later than planned.",
  ON_TIME: "Not achieved, and nothing indicates a delay.",
  UNKNOWN: "No source states a planned date.",
});

export const MilestoneTimingType = output<MilestoneTiming>(
  "MilestoneTiming",
  "State and delay of a milestone, computed for a date (docs/methods.md).",
  {
    on: nonNull(() => PartialDateScalar, "Date of the computation."),
    state: nonNull(() => MilestoneStateEnum, "State on that date."),
    delayDays: nullable(
      () => Int,
      "Smallest delay in days that the dates allow at their precision. Negative if early; null without a planned date.",
    ),
  },
);

export const MilestoneType = node<Milestone, "strategyCode" | "actionCode" | "sourceCodes">(
  "Milestone",
  "Milestone of a strategy or of one of its actions.",
  {
    code: nonNull(() => String, "Stable key."),
    name: nonNull(() => LocalizedTextType, "Name of the milestone."),
    plannedDate: nullable(() => PartialDateScalar, "Planned date; null if unknown."),
    forecastDate: nullable(() => PartialDateScalar, "Current forecast date; null if unknown."),
    actualDate: nullable(() => PartialDateScalar, "Date of achievement; null if not achieved."),
    evidence: nullable(() => LocalizedTextType, "Evidence of the achievement."),
  },
);

export const MilestoneConnectionType = connectionType("Milestone", () => MilestoneType, "milestones");
