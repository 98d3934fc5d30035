import type { Observation } from "../../domain/indicators/observation";
import { lastDay } from "../../domain/kit/dates";
import type { QueryContext } from "../kit/query-context";

/** The newest period of some observations; the present year without any. */
export const newestPeriod = (
  observations: readonly Pick<Observation, "period">[],
  { receivedAt }: Pick<QueryContext, "receivedAt">,
): string =>
  observations
    .map(({ period }) => period)
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))
    .at(-1) ?? receivedAt.slice(0, 4);
