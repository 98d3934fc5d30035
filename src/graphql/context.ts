import type { Editing } from "../editing";
import type { Repositories } from "../storage";
import type { Loaders } from "./loaders";

/** What every resolver gets: made anew for each request, so that nothing is cached from one caller to the next. */
export interface Context {
  readonly loaders: Loaders;
  readonly repositories: Repositories;
  readonly editing: Editing;
  /** Name of the editor whose key came with the request; `null` where none did. */
  readonly editor: string | null;
  /** Instant at which the request came in, ISO 8601 UTC with milliseconds. */
  readonly receivedAt: string;
  /** Stands in logs and in errors, so that a caller and an operator can speak of the same request. */
  readonly requestId: string;
}
