import type { Repositories } from "../storage";
import type { Loaders } from "./loaders";

/** What every resolver gets: made anew for each request, so that nothing is cached from one caller to the next. */
export interface Context {
  readonly loaders: Loaders;
  readonly repositories: Repositories;
  /** Stands in logs and in errors, so that a caller and an operator can speak of the same request. */
  readonly requestId: string;
}
