import { randomBytes } from "node:crypto";
import { base62, numberOf } from "../../domain/identity/base62";
import { type Caller, may } from "../../domain/identity/caller";
import { textOfScope } from "../../domain/identity/scope";
import { HubError } from "../../domain/kit/errors";
import { hasHiddenInLine } from "../../domain/kit/hidden-characters";
import { isWithin } from "../../domain/kit/limits";
import { disabled } from "../../domain/webhooks/progress";
import { type WebhookMessage, type WebhookProgress, webhookLimits } from "../../domain/webhooks/webhook";
import { tableRepositories } from "../../storage";
import { changeRepository } from "../../storage/changes/change.repository";
import { cursorAt } from "../../storage/changes/change-cursor";
import { allNodes, type Page, type PageRequest } from "../../storage/engine/page";
import type { Table } from "../../storage/engine/table";
import { snapshotsOf } from "../../storage/snapshots/snapshot-store";
import type { DeliveredWebhook, Webhook, WebhookChange } from "../../storage/webhooks/webhook.repository";
import { webhookUrl } from "./webhook-url";

/** What its organisation states about a webhook. */
interface WebhookWish extends Pick<Webhook, "areaCode" | "label" | "types" | "url"> {
  /** `null` for the organisation of the caller. */
  readonly organizationCode: string | null;
}

/** Absent for what stays. */
export interface WebhookSettings extends Partial<Pick<Webhook, "areaCode" | "label" | "types" | "url">> {
  readonly enabled?: boolean;
}

/** A secret is in no other answer than that of its creation. */
export interface WebhookWithSecret {
  readonly webhook: Webhook;
  readonly secret: string;
}

interface Ordered {
  readonly by: Caller;
  /** ISO 8601 UTC. */
  readonly now: string;
}

interface KeeperOptions {
  /** Whether this machine may receive messages, by http too: for development. */
  readonly toLoopback: boolean;
  /** Called when a delivery may be due. */
  readonly changed: () => void;
}

/** In the form of Standard Webhooks: 24 to 64 random bytes. */
const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

export const newWebhookId = (prefix: "msg" | "wh"): string =>
  `${prefix}_${base62(numberOf(randomBytes(prefix === "wh" ? 8 : 16)), prefix === "wh" ? 10 : 22)}`;

/**
 * Webhooks of organisations, for those who act for them and for admins. Each throws a HubError: FORBIDDEN, UNKNOWN_CODE,
 * BAD_USER_INPUT, LIMIT_EXCEEDED or INVALID_CURSOR; `where` is the name of the value.
 */
export function createWebhookKeeper(table: Table, { toLoopback, changed }: KeeperOptions) {
  const { organizations, webhooks } = tableRepositories(table);
  const changes = changeRepository(table, () => snapshotsOf(table).look());

  /** @throws HubError UNKNOWN_CODE, or FORBIDDEN for a webhook of another organisation. */
  async function own(id: string, by: Caller): Promise<Webhook> {
    checkScope(by);
    const webhook = there(id, await webhooks.byId(id));
    if (!isOwn(by, webhook.organizationCode))
      throw new HubError("FORBIDDEN", "otherWebhook", { id }, { where: "id" });
    return webhook;
  }

  const followed = (webhook: Webhook): Webhook => {
    changed();
    return webhook;
  };

  /** A change by its organisation or an admin, with its entry in the audit trail. */
  async function change(
    id: string,
    action: Parameters<typeof webhooks.change>[1]["action"],
    { by, now }: Ordered,
    changeOf: (webhook: DeliveredWebhook) => WebhookChange | null,
  ): Promise<Webhook> {
    await own(id, by);
    return there(id, await webhooks.change(id, { action, by: by.name, at: now }, changeOf));
  }

  return {
    async create({ organizationCode, url, label, ...filter }: WebhookWish, { by, now }: Ordered) {
      checkScope(by);
      const owner = organizationCode ?? by.organizationCode;
      if (owner === null || !isOwn(by, owner))
        throw new HubError("FORBIDDEN", "otherWebhooks", null, { where: "organization" });
      const [known] = await organizations.byCodes([owner]);
      if (!known) {
        const values = { list: "organizations", code: owner, suggestions: [] } as const;
        throw new HubError("UNKNOWN_CODE", "unknown", values, { where: "organization" });
      }
      const settings = { url: webhookUrl(url, toLoopback), label: checkedLabel(label), ...filter };
      const most = webhookLimits.ofOrganization;
      if ((await allNodes((page) => webhooks.page(owner, page))).length >= most)
        throw new HubError("LIMIT_EXCEEDED", "webhooks", { most }, { where: "organization" });
      // From now on: what was published before is in the exports.
      const cursor = cursorAt(await snapshotsOf(table).look());
      const webhook: Webhook = {
        ...{ id: newWebhookId("wh"), organizationCode: owner, ...settings },
        ...{ createdAt: now, createdBy: by.name, previousSecretUntil: null, ...unsent(cursor) },
      };
      const secret = newSecret();
      // Once, so that a receiver that is ready gets changes at once. A later test is up to the organisation.
      await webhooks.add(webhook, secret, newWebhookId("msg"));
      return { webhook: followed(webhook), secret };
    },

    /**
     * With another filter a message that is under way is made again, as a new one. When it is enabled, the message is tried at once; at another
     * address, as soon as its receiver answered a test.
     */
    async update(
      id: string,
      { enabled, url, label, ...filter }: WebhookSettings,
      order: Ordered,
    ): Promise<Webhook> {
      const settings = {
        ...(url !== undefined && { url: webhookUrl(url, toLoopback) }),
        ...(label !== undefined && { label: checkedLabel(label) }),
      };
      const isOtherFilter = Object.keys(filter).length > 0;
      const changeOf = (before: DeliveredWebhook) => {
        const isElsewhere = settings.url !== undefined && settings.url !== before.url;
        const isUnverified = isElsewhere || before.verifiedAt === null;
        const end = disabled(before, "SWITCHED_OFF", order.now);
        const place = {
          ...(enabled === true && enabledAgain),
          ...((enabled === true || url !== undefined) &&
            before.message !== null && { message: atOnce(before.message, order.now) }),
          ...(enabled === false &&
            before.disabledAt === null && {
              disabledAt: end.disabledAt,
              disabledReason: end.disabledReason,
            }),
          ...(isElsewhere && { verifiedAt: null }),
          ...(isOtherFilter && { ...filter, message: null }),
        };
        const isTested = isUnverified && (isElsewhere || enabled === true);
        const isMoved = Object.keys(place).length > 0;
        if (!isMoved && Object.keys(settings).length === 0) return null;
        const test = isTested && { testId: newWebhookId("msg") };
        return { settings: { ...settings, ...test }, place: isMoved ? place : null };
      };
      return followed(await change(id, "UPDATE_WEBHOOK", order, changeOf));
    },

    async remove(id: string, { by, now }: Ordered): Promise<Webhook> {
      const webhook = await own(id, by);
      await webhooks.remove(id, { by: by.name, at: now });
      return webhook;
    },

    /** For a day both secrets sign, so that the receiver can change its own without losing a message. */
    async rotate(id: string, order: Ordered): Promise<WebhookWithSecret> {
      const overlapMs = webhookLimits.secretOverlapHours * 3_600_000;
      const previousSecretUntil = new Date(Date.parse(order.now) + overlapMs).toISOString();
      const secret = newSecret();
      const webhook = await change(id, "ROTATE_WEBHOOK_SECRET", order, ({ secret: previousSecret }) => ({
        settings: { secret, previousSecret, previousSecretUntil },
        place: null,
      }));
      return { webhook, secret };
    },

    /** The delivery sends it with the next occasion, once, also to a disabled webhook. Its answer verifies the address. */
    async test(id: string, order: Ordered): Promise<Webhook> {
      const settings = { testId: newWebhookId("msg") };
      return followed(await change(id, "TEST_WEBHOOK", order, () => ({ settings, place: null })));
    },

    /** @param after cursor of `changes`, from a message or from an export; `null` for all that the hub still knows. */
    async replay(id: string, after: string | null, order: Ordered): Promise<Webhook> {
      await own(id, order.by);
      await changes.page({}, { first: 1, after });
      const place = { cursor: after, message: null, ...enabledAgain };
      return followed(await change(id, "REPLAY_WEBHOOK", order, () => ({ settings: {}, place })));
    },

    /** @param organizationCode `null` for all that the caller may see. */
    async page(organizationCode: string | null, by: Caller, request: PageRequest): Promise<Page<Webhook>> {
      checkScope(by);
      const wanted = organizationCode ?? (may(by, "ADMIN") ? null : by.organizationCode);
      if (wanted === null ? !may(by, "ADMIN") : !isOwn(by, wanted))
        throw new HubError("FORBIDDEN", "otherWebhooks", null, { where: "organization" });
      return webhooks.page(wanted, request);
    },
  };
}

export type WebhookKeeper = ReturnType<typeof createWebhookKeeper>;

/** @throws HubError UNKNOWN_CODE */
function there(id: string, webhook: Webhook | null): Webhook {
  if (webhook === null) throw new HubError("UNKNOWN_CODE", "webhook", { id }, { where: "id" });
  return webhook;
}

const enabledAgain = { disabledAt: null, disabledReason: null, failingSince: null };

/** The same message, with all of its attempts before it. */
const atOnce = (message: WebhookMessage, now: string): WebhookMessage => ({
  ...message,
  attempts: 0,
  nextAttemptAt: now,
});

const unsent = (cursor: string | null): WebhookProgress => ({
  ...{ cursor, message: null, verifiedAt: null, latestAttempts: [], deadLetters: [], ...enabledAgain },
});

function checkScope(by: Caller): void {
  if (!may(by, "READ_PARTNER"))
    throw new HubError(
      "FORBIDDEN",
      "scope",
      { scope: textOfScope("READ_PARTNER") },
      { where: "authorization" },
    );
}

const isOwn = (by: Caller, organizationCode: string): boolean =>
  may(by, "ADMIN") || by.organizationCode === organizationCode;

function checkedLabel(label: string): string {
  const text = label.trim();
  if (hasHiddenInLine(label))
    throw new HubError("BAD_USER_INPUT", "hiddenCharacters", { argument: "label" }, { where: "label" });
  if (isWithin(webhookLimits.label, text.length)) return text;
  const values = { length: text.length, ...webhookLimits.label };
  throw new HubError("BAD_USER_INPUT", "webhookLabel", values, { where: "label" });
}
