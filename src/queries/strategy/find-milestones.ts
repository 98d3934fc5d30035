import { type Milestone, type MilestoneTiming, milestoneTiming } from "../../domain/strategy/milestone";
import type { Strategy } from "../../domain/strategy/strategy";
import type { ListRequest } from "../../storage/engine/ordered-page";
import { checkWholeDay } from "../kit/check-bounds";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

/** A milestone with the day of its list; without one if it was requested by itself. */
export type DatedMilestone = Milestone & { readonly asOf?: string };

/**
 * The milestones of a strategy by planned date.
 * @param asOf the day of the assessment.
 * @throws HubError BAD_USER_INPUT if it is not a whole day.
 */
export async function findMilestones(
  { code }: Strategy,
  asOf: string,
  page: ListRequest,
  { repositories }: QueryContext,
): Promise<Connection<DatedMilestone>> {
  checkWholeDay("asOf", asOf);
  const milestones = await repositories.milestones.ofStrategy(code, page);
  const edges = milestones.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, asOf } }));
  return toConnection({ ...milestones, edges }, page);
}

/** State and delay on the day of the list; `null` without one. */
export const timingOf = (milestone: DatedMilestone): MilestoneTiming | null =>
  milestone.asOf === undefined ? null : milestoneTiming(milestone, milestone.asOf);
