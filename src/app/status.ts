import type { TableRepositories } from "../storage";
import { problem } from "./answer";
import { type Log, stackOf } from "./log";

/** Whether the hub can answer, as AGID requires (RAC_REST_NAME_011): problem+json, 200 if it can, 503 if not. */
export async function status(
  repositories: Pick<TableRepositories, "hub">,
  log: Log,
  requestId: string,
): Promise<Response> {
  try {
    const { version, updatedAt } = await repositories.hub.dataVersion();
    const data = updatedAt === null ? "It holds no data yet" : `Data version ${version} of ${updatedAt}`;
    return problem(200, "OK", `The hub answers. ${data}.`);
  } catch (error) {
    log({ level: "error", message: "The status check failed.", requestId, error: stackOf(error) });
    return problem(503, "Service Unavailable", "The store does not answer. Try again in some seconds.", {
      "retry-after": "10",
    });
  }
}
