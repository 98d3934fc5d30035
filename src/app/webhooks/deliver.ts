import { HubError } from "../../domain/kit/errors";
import { afterAttempt, attemptBegun, disabled, withAttempt } from "../../domain/webhooks/progress";
import {
  type WebhookAnswer,
  type WebhookMessage,
  type WebhookProgress,
  webhookLimits,
} from "../../domain/webhooks/webhook";
import { newWebhookId } from "../../editing/webhooks/webhook-keeper";
import { tableRepositories } from "../../storage";
import { changeRepository } from "../../storage/changes/change.repository";
import { allNodes } from "../../storage/engine/page";
import type { Table } from "../../storage/engine/table";
import { snapshotsOf } from "../../storage/snapshots/snapshot-store";
import type { DeliveredWebhook } from "../../storage/webhooks/webhook.repository";
import { type Log, stackOf } from "../log";
import { type Content, changesContent, signed, testContent } from "./message";
import type { Send } from "./send";

interface Delivered {
  /** Webhooks that get changes, or wait for a test. */
  readonly live: number;
  /** The earliest instant at which an attempt is due; `null` if nothing waits. */
  readonly nextAt: string | null;
  /** Webhooks whose progress could not be read or noted. */
  readonly failed: number;
}

/** Makes the attempts that are due. */
export type Deliver = () => Promise<Delivered>;

interface DelivererOptions {
  readonly table: Table;
  readonly send: Send;
  readonly log: Log;
  /** 0 to 1. */
  readonly random?: () => number;
}

/** Webhooks that are served at once: a slow receiver keeps one of these places, for some messages at most. */
const places = 16;
/** Messages to one webhook until the others had their turn. */
const messagesInTurn = 10;
/** Another process continues a delivery after so long, because the first one was killed: an attempt takes less. */
const claimMs = webhookLimits.answerMs + 20_000;

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/**
 * Sends each webhook whose receiver answered a test the changes after its place in the list of changes, in order and at least once. Before an attempt the message is stored
 * with its id, and the webhook claimed: several processes never deliver to one webhook at once, and one that is killed leaves the same
 * message to the next.
 */
export function deliverer({ table, send, log, random = Math.random }: DelivererOptions): Deliver {
  const { webhooks } = tableRepositories(table);
  // Consistently: a message that another process made is of a version that this one must see.
  const changes = changeRepository(table, () => snapshotsOf(table).look());

  const changesOf = ({ types, areaCode }: DeliveredWebhook, after: string | null, first: number) =>
    changes.page({ types, ...(areaCode !== null && { areaCode }) }, { first, after });

  /** The next message; the webhook at its new place if there are only changes that its filter leaves out. */
  async function nextMessage(
    webhook: DeliveredWebhook,
  ): Promise<WebhookMessage | Partial<WebhookProgress> | null> {
    const { cursor: after } = webhook;
    try {
      const { edges, endCursor, hasNextPage } = await changesOf(webhook, after, webhookLimits.changes);
      if (edges.length > 0 && endCursor !== null) {
        const now = table.clock();
        const made = { id: newWebhookId("msg"), createdAt: now, nextAttemptAt: now, attempts: 0 };
        return { ...made, after, cursor: endCursor, changes: edges.length };
      }
      return endCursor === after && !hasNextPage ? null : { cursor: endCursor };
    } catch (error) {
      return ended(error, webhook);
    }
  }

  /** @throws any other error than that of a place that the list no longer has. */
  function ended(error: unknown, webhook: DeliveredWebhook): Partial<WebhookProgress> {
    if (!(error instanceof HubError && error.code === "INVALID_CURSOR")) throw error;
    const { disabledAt, disabledReason } = disabled(webhook, "CURSOR_EXPIRED", table.clock());
    return { disabledAt, disabledReason, message: null };
  }

  /** Logged by its id: addresses are the business of the organisation. */
  async function call(webhook: DeliveredWebhook, content: Content): Promise<WebhookAnswer> {
    const answer = await send(signed(webhook, content, table.clock()));
    const { outcome, status, milliseconds: ms } = answer;
    log({ level: "info", message: "A webhook was called.", webhook: webhook.id, outcome, status, ms });
    return answer;
  }

  const claimed = (webhook: DeliveredWebhook, progress: Partial<WebhookProgress>) =>
    webhooks.progress(webhook, progress, later(table.clock(), claimMs));

  async function sendTest(webhook: DeliveredWebhook, id: string): Promise<DeliveredWebhook | null> {
    const own = await claimed(webhook, {});
    if (own === null) return null;
    const answer = await call(own, testContent(own, id, table.clock()));
    const attempt = { ...answer, messageId: id, changes: null, attempt: 1, at: table.clock() };
    const { latestAttempts } = withAttempt(own, attempt);
    const isAnswered = own.verifiedAt === null && answer.outcome === "DELIVERED";
    const verified = isAnswered && { verifiedAt: attempt.at };
    return webhooks.progress(own, { latestAttempts, testId: null, ...verified }, null);
  }

  async function attempt(webhook: DeliveredWebhook, next: WebhookMessage): Promise<DeliveredWebhook | null> {
    const message = attemptBegun(next);
    const own = await claimed(webhook, { message });
    if (own === null) return null;
    try {
      const { edges } = await changesOf(own, message.after, message.changes);
      const content = changesContent(
        own,
        message,
        edges.map(({ node }) => node),
      );
      const answer = await call(own, content);
      const moment = { now: table.clock(), random: random() };
      return await webhooks.progress(own, progressOf(afterAttempt(own, message, answer, moment)), null);
    } catch (error) {
      return webhooks.progress(own, ended(error, own), null);
    }
  }

  /** @returns when its next attempt is due; `null` if nothing waits. */
  async function serve(id: string): Promise<string | null> {
    let webhook = await webhooks.toDeliver(id);
    for (let sent = 0; webhook !== null && sent < messagesInTurn; ) {
      const now = table.clock();
      if (webhook.claimedUntil !== null && webhook.claimedUntil > now) return webhook.claimedUntil;
      if (webhook.testId !== null) {
        webhook = await sendTest(webhook, webhook.testId);
        continue;
      }
      if (webhook.disabledAt !== null || webhook.verifiedAt === null) return null;
      const next: WebhookMessage | Partial<WebhookProgress> | null =
        webhook.message ?? (await nextMessage(webhook));
      if (next === null) return null;
      if (!("id" in next)) {
        webhook = await webhooks.progress(webhook, next, null);
        continue;
      }
      if (next.nextAttemptAt > table.clock()) return next.nextAttemptAt;
      webhook = await attempt(webhook, next);
      sent += 1;
    }
    // More may wait; or somebody else was faster, and does it.
    return webhook && table.clock();
  }

  return async () => {
    const all = await allNodes((page) => webhooks.toServe(page));
    const waiting = [...all];
    const times: string[] = [];
    let failed = 0;
    const work = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
        try {
          const at = await serve(id);
          if (at !== null) times.push(at);
        } catch (error) {
          failed += 1;
          log({ level: "error", message: `The webhook ${id} was not served.`, error: stackOf(error) });
        }
    };
    await Promise.all(Array.from({ length: places }, work));
    return { live: all.length, nextAt: times.sort()[0] ?? null, failed };
  };
}

const progressOf = ({
  cursor,
  message,
  verifiedAt,
  failingSince,
  disabledAt,
  disabledReason,
  latestAttempts,
  deadLetters,
}: WebhookProgress): WebhookProgress => ({
  ...{ cursor, message, verifiedAt, failingSince, disabledAt, disabledReason },
  ...{ latestAttempts, deadLetters },
});
