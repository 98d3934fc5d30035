import { problem } from "../answer";

/** The answer of a hub that has not exported anything yet. */
export const nothingYet = (): Response =>
  problem(503, "Service Unavailable", "Nothing was exported yet. Try again in some seconds.", {
    "retry-after": "10",
  });
