import type { Webhook as WebhookOf, WebhookProgress } from "../../domain/webhooks/webhook";
import type { Item } from "../engine/key";
import type { Page, PageRequest } from "../engine/page";
import type { Table } from "../engine/table";
import { onlyAppended } from "../engine/transaction";
import { ifUnchanged, writeInput } from "../engine/write-input";
import { type Deed, type DeedEntry, deedEntry, inTrails } from "../identity/deed-entry";
import { pageOfOrganization } from "../identity/page-of-organization";
import type { RecordType } from "../records/hub-record";
import { keys, type ListKey } from "../records/keys";
import { unchangedSince } from "../records/stored-item";

export type Webhook = WebhookOf<RecordType>;

/** What the delivery needs besides, and nobody else sees. */
interface Delivery {
  /** In the form of Standard Webhooks, `whsec_…`. It has to sign, so it cannot be stored as a hash. */
  readonly secret: string;
  readonly previousSecret: string | null;
  /** Id of a test that waits for its attempt. */
  readonly testId: string | null;
  /** Grows with each claim and with each change of place or filter, so that no delivery overwrites what came after its begin. */
  readonly turn: number;
  /** Until when another process may be delivering, ISO 8601 UTC. */
  readonly claimedUntil: string | null;
  /** Of the last entry in its chain; absent for what an earlier release made. */
  readonly entryHash?: string;
}

export interface DeliveredWebhook extends Webhook, Delivery {}

interface StoredWebhook extends Item, DeliveredWebhook, ListKey {}

/** What a person changes of a webhook. */
export interface WebhookChange {
  /** What a delivery that is under way leaves as it is. */
  readonly settings: Partial<
    Pick<DeliveredWebhook, "label" | "url" | "previousSecret" | "previousSecretUntil" | "secret" | "testId">
  >;
  /** What a delivery that is under way must not overwrite: its result is not noted then. `null` if there is nothing. */
  readonly place: Partial<Pick<Webhook, "areaCode" | "types"> & WebhookProgress> | null;
}

/** A change, as an entry of the audit trail. */
interface Changing extends Deed {
  readonly action: "REPLAY_WEBHOOK" | "ROTATE_WEBHOOK_SECRET" | "TEST_WEBHOOK" | "UPDATE_WEBHOOK";
}

/** So often a change begins again, because another one or a delivery was faster. */
const attempts = 10;

/** Webhooks of organisations. They are in the table alone: never published, exported or in a history. */
export const webhookRepository = (table: Table) => ({
  async byId(id: string): Promise<Webhook | null> {
    const stored = await storedAt(table, id);
    return stored && webhookIn(stored);
  },

  /** With its secrets, to deliver. */
  async toDeliver(id: string): Promise<DeliveredWebhook | null> {
    return storedAt(table, id);
  },

  /** Webhooks of an organisation, or of all if `null`: by organisation and creation, also disabled ones. */
  page: (organizationCode: string | null, request: PageRequest): Promise<Page<Webhook>> =>
    listed(table, organizationCode, request, webhookIn),

  /** Of all webhooks: the ids of those that get changes, or wait for a test. */
  toServe: (request: PageRequest): Promise<Page<string>> =>
    listed(table, null, request, ({ id, disabledAt, testId, verifiedAt }) =>
      testId !== null || (disabledAt === null && verifiedAt !== null) ? id : null,
    ),

  /**
   * With its entry in the audit trail of its organisation.
   * @param testId id of its first test.
   * @throws ConditionalCheckFailedException if the id is taken.
   */
  async add(webhook: Webhook, secret: string, testId: string): Promise<void> {
    const { id, organizationCode, createdAt, createdBy } = webhook;
    const place = { ...keys.webhook(id), ...keys.list.webhooks(organizationCode, createdAt, id) };
    const deed = { at: createdAt, by: createdBy };
    const entry = deedEntry({ type: "Webhook", id }, "CREATE_WEBHOOK", deed, null);
    const unused = { previousSecret: null, turn: 0, claimedUntil: null };
    const delivery: Delivery = { secret, testId, ...unused, entryHash: entry.hash };
    await table.transact({
      item: { ...place, ...webhook, ...delivery },
      condition: unchangedSince(null),
      puts: [],
      deletes: [],
      appended: inTrails(entry, [organizationCode]),
    });
  },

  /**
   * Changes a webhook, with its entry in the audit trail. Neither a delivery nor another change that comes between is overwritten: it
   * begins again.
   * @param changeOf what changes of the webhook as it is; `null` for nothing, which is no deed.
   * @returns the webhook after it; `null` if there is none any more.
   * @throws ConditionalCheckFailedException if others are faster again and again.
   */
  change: (
    id: string,
    { action, ...done }: Changing,
    changeOf: (webhook: DeliveredWebhook) => WebhookChange | null,
  ): Promise<Webhook | null> =>
    ifStored(table, id, async (stored) => {
      const { entryHash, organizationCode, turn } = stored;
      const change = changeOf(stored);
      if (change === null) return webhookIn(stored);
      const { settings, place } = change;
      const entry = deedEntry({ type: "Webhook", id }, action, done, entryHash ?? null);
      const set = { ...settings, ...(place && { ...place, claimedUntil: null }), entryHash: entry.hash };
      const update = {
        ...(place && { add: { turn: 1 } }),
        set,
        when: { id, entryHash, ...(place && { turn }) },
      };
      await table.transact({
        ...withEntry(entry, organizationCode),
        ...{ puts: [], deletes: [], updates: [{ ...keys.webhook(id), update }] },
      });
      return webhookIn({ ...stored, ...set });
    }),

  /**
   * Nobody's deed: an erasure has its own report.
   * @throws ConditionalCheckFailedException if the webhook was deleted, or has another label.
   */
  async setLabel({ id, label: before }: Pick<Webhook, "id" | "label">, label: string): Promise<void> {
    await table.update(keys.webhook(id), { set: { label }, when: { id, label: before } });
  },

  /**
   * Notes the progress of a delivery. A test that was ordered while one was sent stays.
   * @param claimedUntil while it goes on; `null` at its end.
   * @returns the webhook as it is then; `null` if it was claimed or moved by somebody else, or deleted.
   */
  async progress(
    webhook: Pick<DeliveredWebhook, "id" | "testId" | "turn">,
    { testId, ...progress }: Partial<WebhookProgress & Pick<Delivery, "testId">>,
    claimedUntil: string | null,
  ): Promise<DeliveredWebhook | null> {
    const { id, turn } = webhook;
    const isTested = testId !== undefined && { testId };
    const update = {
      ...{ add: { turn: 1 }, set: { ...progress, ...isTested, claimedUntil } },
      when: { turn, ...(isTested && { testId: webhook.testId }) },
    };
    const written: Promise<DeliveredWebhook> = table.update(keys.webhook(id), update).then(storedIn);
    return ifUnchanged(written, () => (isTested ? this.progress(webhook, progress, claimedUntil) : null));
  },

  /** With its entry in the audit trail. Nothing is left to do for a webhook that was removed already. */
  async remove(id: string, done: Deed): Promise<void> {
    await ifStored(table, id, async ({ entryHash, organizationCode }) => {
      const entry = deedEntry({ type: "Webhook", id }, "DELETE_WEBHOOK", done, entryHash ?? null);
      const removed = { ...keys.webhook(id), condition: writeInput({ when: { id, entryHash } }) };
      await table.transact({ ...withEntry(entry, organizationCode), puts: [], deletes: [removed] });
    });
  },
});

/**
 * Does something that is conditional on the webhook as it was read, again if it changed meanwhile.
 * @returns `null` if there is none.
 */
async function ifStored<T>(
  table: Table,
  id: string,
  write: (stored: StoredWebhook) => Promise<T>,
  left = attempts,
): Promise<T | null> {
  const stored = await storedAt(table, id);
  if (stored === null) return null;
  return ifUnchanged(write(stored), async (error) => {
    if (left === 1) throw error;
    // Always as briefly: a delivery is faster for a moment only.
    await table.pause(1);
    return ifStored(table, id, write, left - 1);
  });
}

/** The entry comes first: if an answer of the store is lost, it shows whether all of the transaction was written. */
function withEntry(entry: DeedEntry, organizationCode: string) {
  const [item, ...appended] = inTrails(entry, [organizationCode]);
  return { item: item!, condition: onlyAppended(item!), appended };
}

const listed = <T>(
  table: Table,
  organizationCode: string | null,
  request: PageRequest,
  nodeOf: (stored: StoredWebhook) => T | null,
): Promise<Page<T>> =>
  pageOfOrganization(table, keys.list.webhooks("", "", ""), organizationCode, request, (item) =>
    nodeOf(storedIn(item)),
  );

async function storedAt(table: Table, id: string): Promise<StoredWebhook | null> {
  const item = await table.get(keys.webhook(id), true);
  return item && storedIn(item);
}

/** An earlier release sent changes without a test before them. */
const storedIn = (item: Item): StoredWebhook =>
  ({ verifiedAt: item.createdAt, ...item }) as unknown as StoredWebhook;

/** Of the item, not of the webhook. */
const inner: ReadonlySet<string> = new Set<string>([
  "pk",
  "sk",
  "listPk",
  "listSk",
  "secret",
  "previousSecret",
  "testId",
  "turn",
  "claimedUntil",
  "entryHash",
]);

const webhookIn = (stored: StoredWebhook): Webhook =>
  Object.fromEntries(Object.entries(stored).filter(([name]) => !inner.has(name))) as unknown as Webhook;
