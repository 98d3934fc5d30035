import type { Repositories } from "../../storage";
import type { Loaders } from "./loaders";

/** What a question needs beside its arguments, created for one request: requests do not share reads. */
export interface QueryContext {
  readonly loaders: Loaders;
  readonly repositories: Repositories;
  /**
   * Instant at which the request arrived, ISO 8601 UTC with milliseconds. Read it only where the answer depends on it: such an
   * answer is cached for less than a minute.
   */
  readonly receivedAt: string;
}
