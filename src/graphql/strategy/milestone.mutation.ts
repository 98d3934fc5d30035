import { milestoneRecord } from "../../domain/strategy/milestone";
import { optional } from "../kit/argument";
import { LocalizedTextInput } from "../kit/edit.input";
import { editMutations } from "../kit/edit-mutations";
import { PartialDateScalar } from "../kit/scalars";
import { MilestoneType } from "./milestone.type";

editMutations({
  type: "milestone",
  definition: milestoneRecord,
  noun: "a milestone",
  to: { type: () => MilestoneType },
  fields: {
    name: optional(() => LocalizedTextInput, "Name; required for a new milestone."),
    strategy: optional(() => String, "Code of the strategy; required for a new milestone."),
    action: optional(() => String, "Code of the action; null for a milestone of the whole strategy."),
    plannedDate: optional(() => PartialDateScalar, "Planned date."),
    forecastDate: optional(() => PartialDateScalar, "Current forecast date."),
    actualDate: optional(() => PartialDateScalar, "Date of achievement; null if it is not achieved."),
    evidence: optional(() => LocalizedTextInput, "Evidence of the achievement; only with its date."),
  },
  mergeable: false,
});
