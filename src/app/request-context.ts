import type { CallerAllowance } from "../domain/identity/allowance";
import type { Caller } from "../domain/identity/caller";
import type { Editing } from "../editing";
import type { CheckErased } from "../editing/erased";
import type { KeyIssuer } from "../editing/identity/key-issuer";
import type { Proposals } from "../editing/proposals";
import type { WebhookKeeper } from "../editing/webhooks/webhook-keeper";
import type { Context } from "../graphql/kit/context";
import type { PublishedVersion } from "./published-versions";
import { type Read, ReadingContext, type UnreadableVersion } from "./reading-context";

interface Given extends Read {
  readonly editing: Editing;
  readonly keys: KeyIssuer;
  readonly webhooks: WebhookKeeper;
  readonly proposals: Proposals;
  readonly checkErased: CheckErased;
  readonly caller: Caller;
  readonly requestId: string;
  readonly allowance?: CallerAllowance | null | undefined;
}

/** The context of a GraphQL request. */
export class RequestContext extends ReadingContext implements Context {
  readonly editing: Editing;
  readonly keys: KeyIssuer;
  readonly webhooks: WebhookKeeper;
  readonly proposals: Proposals;
  readonly checkErased: CheckErased;
  readonly caller: Caller;
  readonly requestId: string;
  readonly allowance: CallerAllowance | null;

  constructor(
    version: PublishedVersion | UnreadableVersion,
    { editing, keys, proposals, checkErased, webhooks, caller, requestId, allowance = null, ...read }: Given,
  ) {
    super(version, read);
    this.editing = editing;
    this.keys = keys;
    this.webhooks = webhooks;
    this.proposals = proposals;
    this.checkErased = checkErased;
    this.caller = caller;
    this.requestId = requestId;
    this.allowance = allowance;
  }
}
