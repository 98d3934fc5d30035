import type { Editing } from "../../editing";
import type { QueryContext } from "../../queries/kit/query-context";

/** Context of every resolver: that of the queries, and what a change needs. */
export interface Context extends QueryContext {
  readonly editing: Editing;
  /** Name of the editor whose key came with the request; `null` without a key. */
  readonly editor: string | null;
  /** Logged and returned with errors, so that caller and operator can identify the request. */
  readonly requestId: string;
  /** From now on this request reads the table as it is, and not the published version. */
  readTable(): void;
}
