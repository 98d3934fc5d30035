import type { SourcesFreshness } from "../queries/quality/freshness-of-sources";
import type { TableRepositories } from "../storage";
import { problem } from "./answer";
import { type Log, stackOf } from "./log";

export interface StatusParts {
  readonly repositories: Pick<TableRepositories, "hub">;
  /** How old the data is. */
  readonly freshness: () => Promise<SourcesFreshness>;
  readonly log: Log;
}

/**
 * Whether the hub can answer, as AGID requires (RAC_REST_NAME_011): problem+json, 200 if it can, 503 if not. Old data is no failure of
 * the hub: `sources` says how many sources are older than they should be, and which.
 */
export async function status(
  { repositories, freshness, log }: StatusParts,
  requestId: string,
): Promise<Response> {
  try {
    const { version, updatedAt } = await repositories.hub.dataVersion();
    const data = updatedAt === null ? "It holds no data yet" : `Data version ${version} of ${updatedAt}`;
    const { fresh, late, unknown } = await freshness();
    const sources = { fresh, late: late.length, unknown, oldest: late };
    return problem(200, "OK", `The hub answers. ${data}.`, {}, { sources });
  } catch (error) {
    log({ level: "error", message: "The status check failed.", requestId, error: stackOf(error) });
    return problem(503, "Service Unavailable", "The store does not answer. Try again in some seconds.", {
      "retry-after": "10",
    });
  }
}
