import { type EngagementTotals, engagementTotals } from "../../domain/strategy/engagement-totals";
import type { Strategy } from "../../domain/strategy/strategy";
import type { QueryContext } from "../kit/query-context";

/**
 * Participants, without disclosing small groups.
 * @throws HubError LIMIT_EXCEEDED.
 */
export const findEngagementTotals = ({ code }: Strategy, { repositories }: QueryContext): EngagementTotals =>
  engagementTotals(repositories.engagementEvents.allOfStrategy(code));
