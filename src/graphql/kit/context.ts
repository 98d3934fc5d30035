import type { CallerAllowance } from "../../domain/identity/allowance";
import type { Caller } from "../../domain/identity/caller";
import type { Editing } from "../../editing";
import type { CheckErased } from "../../editing/erased";
import type { KeyIssuer } from "../../editing/identity/key-issuer";
import type { Proposals } from "../../editing/proposals";
import type { WebhookKeeper } from "../../editing/webhooks/webhook-keeper";
import type { QueryContext } from "../../queries/kit/query-context";

/** Context of every resolver: that of the queries, and what a change needs. */
export interface Context extends QueryContext {
  readonly editing: Editing;
  readonly proposals: Proposals;
  readonly checkErased: CheckErased;
  readonly caller: Caller;
  readonly keys: KeyIssuer;
  readonly webhooks: WebhookKeeper;
  /** `null` where the hub limits nobody. */
  readonly allowance: CallerAllowance | null;
  /** Logged and returned with errors, so that caller and operator can identify the request. */
  readonly requestId: string;
  /** From now on this request reads the table as it is, and not the published version. */
  readTable(): void;
}
