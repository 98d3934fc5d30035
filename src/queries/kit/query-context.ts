import type { Repositories } from "../../storage";
import type { Loaders } from "./loaders";

/** What a question needs beside its arguments: made for one request, so that no caller sees what another one read. */
export interface QueryContext {
  readonly loaders: Loaders;
  readonly repositories: Repositories;
  /** Instant at which the request came in, ISO 8601 UTC with milliseconds. */
  readonly receivedAt: string;
}
