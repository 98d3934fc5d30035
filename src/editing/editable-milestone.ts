import { HubError } from "../domain/kit/errors";
import { type Milestone, milestoneRecord } from "../domain/strategy/milestone";
import { codecs } from "../storage/records/codecs";
import type { CompletionContext, Editable } from "./editable";

export const editableMilestone: Editable<Milestone> = {
  codec: codecs.milestone,
  definition: milestoneRecord,
  complete: checkAction,
  dependants: async () => [],
  merged: milestoneRecord.merged,
};

/** @throws HubError BAD_USER_INPUT for an action of another strategy: the milestone would be in the list of neither. */
async function checkAction(
  milestone: Milestone,
  changed: ReadonlySet<string>,
  { repositories }: CompletionContext,
): Promise<Milestone> {
  const { actionCode, strategyCode } = milestone;
  if (actionCode === null || !(changed.has("actionCode") || changed.has("strategyCode"))) return milestone;
  const [action] = await repositories.actions.byCodes([actionCode]);
  if (action != null && action.strategyCode !== strategyCode) {
    const values = { code: actionCode, strategy: action.strategyCode, stated: strategyCode };
    throw new HubError("BAD_USER_INPUT", "actionOfOtherStrategy", values, { where: "fields.actionCode" });
  }
  return milestone;
}
