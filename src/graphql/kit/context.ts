import type { Editing } from "../../editing";
import type { QueryContext } from "../../queries/kit/query-context";

/** What every resolver gets: what questions need, and what is needed to change something. */
export interface Context extends QueryContext {
  readonly editing: Editing;
  /** Name of the editor whose key came with the request; `null` where none did. */
  readonly editor: string | null;
  /** Stands in logs and in errors, so that a caller and an operator can speak of the same request. */
  readonly requestId: string;
}
