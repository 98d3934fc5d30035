import { type Milestone, type MilestoneTiming, milestoneTiming } from "../../domain/strategy/milestone";
import type { Strategy } from "../../domain/strategy/strategy";
import type { ListRequest } from "../../storage/engine/ordered-page";
import { checkWholeDay } from "../kit/check-bounds";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

/** A milestone with the day of its list; without one if it was requested by itself. */
export type DatedMilestone = Milestone & { readonly on?: string };

/**
 * The milestones of a strategy by planned date.
 * @param on the day of the assessment.
 * @throws HubError BAD_USER_INPUT if it is not a whole day.
 */
export function findMilestones(
  { code }: Strategy,
  on: string,
  page: ListRequest,
  { repositories }: QueryContext,
): Connection<DatedMilestone> {
  checkWholeDay("on", on);
  const milestones = repositories.milestones.ofStrategy(code, page);
  const edges = milestones.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, on } }));
  return toConnection({ ...milestones, edges }, page);
}

/** State and delay on the day of the list; `null` without one. */
export const timingOf = (milestone: DatedMilestone): MilestoneTiming | null =>
  milestone.on === undefined ? null : milestoneTiming(milestone, milestone.on);
