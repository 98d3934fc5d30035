import type { Repositories } from "../../storage";
import type { RequestWork } from "../../storage/engine/request-work";
import type { Live } from "./live";
import type { Records } from "./records";

/** What a question needs beside its arguments. */
export interface QueryContext {
  /** Of one published version, in memory: what is not there is a thrown `NotLoaded`. */
  readonly records: Records;
  /** The lists of the same version. */
  readonly repositories: Repositories;
  readonly live: Live;
  /**
   * Instant at which the request arrived, ISO 8601 UTC with milliseconds. Read it only where the answer depends on it: such an
   * answer is cached for less than a minute.
   */
  readonly receivedAt: string;
  /** Counts what the request costs, and ends it at its budget. */
  readonly work: RequestWork;
}
