import { Webhook as Signer } from "standardwebhooks";
import { inCapitals } from "../../domain/kit/in-capitals";
import type { WebhookMessage } from "../../domain/webhooks/webhook";
import type { Change } from "../../storage/changes/change.repository";
import type { DeliveredWebhook } from "../../storage/webhooks/webhook.repository";
import type { Outgoing } from "./send";

/** A message of Standard Webhooks: what happened, and when. */
export interface Content {
  readonly id: string;
  readonly type: "changes" | "test";
  /** ISO 8601 UTC. */
  readonly timestamp: string;
  readonly data: object;
}

/** Changes as `changes` has them, in the same words, without the links. */
export const changesContent = (
  { id: webhook }: Pick<DeliveredWebhook, "id">,
  { id, createdAt, cursor }: WebhookMessage,
  changes: readonly Change[],
): Content => ({
  id,
  type: "changes",
  timestamp: createdAt,
  data: { webhook, cursor, changes: changes.map(shown) },
});

export const testContent = (
  { id: webhook }: Pick<DeliveredWebhook, "id">,
  id: string,
  now: string,
): Content => ({ id, type: "test", timestamp: now, data: { webhook } });

const shown = ({ type, areaCodes: _, ...change }: Change) => ({ ...change, type: inCapitals(type) });

/**
 * The request for an attempt. The signature has the time of the attempt, and that of the replaced secret comes beside it for a day.
 * @param now ISO 8601 UTC.
 */
export function signed(
  { url, secret, previousSecret, previousSecretUntil }: DeliveredWebhook,
  { id, ...content }: Content,
  now: string,
): Outgoing {
  const body = JSON.stringify(content);
  const isBefore = previousSecret !== null && previousSecretUntil !== null && now < previousSecretUntil;
  const secrets = isBefore ? [secret, previousSecret] : [secret];
  const at = new Date(now);
  return {
    url,
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Vicinato-Webhooks",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": secrets.map((each) => new Signer(each).sign(id, at, body)).join(" "),
    },
  };
}
