import { oldestFirst } from "../../domain/indicators/indicator-coverage";
import { isCounted, type Observation } from "../../domain/indicators/observation";
import type { QueryContext } from "../kit/query-context";

/**
 * The newest period with a value that is no forecast; without one, the newest for which a source says why there is none, else
 * the present year.
 */
export const newestPeriod = (
  observations: readonly Pick<Observation, "period" | "status" | "value">[],
  request: Pick<QueryContext, "receivedAt">,
): string =>
  newestOf(observations.filter(isCounted)) ??
  newestOf(observations.filter(({ value }) => value === null)) ??
  request.receivedAt.slice(0, 4);

const newestOf = (observations: readonly Pick<Observation, "period">[]): string | undefined =>
  oldestFirst(observations.map(({ period }) => period)).at(-1);
