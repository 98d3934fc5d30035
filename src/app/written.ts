import type { RequestWork } from "../storage/engine/request-work";

/** An answer with status 200, and the work that it took. */
export interface Written {
  readonly text: string;
  readonly contentType: string;
  readonly work: RequestWork;
}
