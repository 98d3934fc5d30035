import type { Log } from "../../src/app/log";
import { type Deliver, deliverer } from "../../src/app/webhooks/deliver";
import { type Send, sender } from "../../src/app/webhooks/send";
import type { TestCaller } from "./callers";
import { startHub, type TestHub } from "./hub";
import { savePartners } from "./partners";
import type { Receiver } from "./webhook-receiver";

export const owner: TestCaller = { organization: "a", scopes: ["WRITE_OWN"] };

/** What the tests read of a webhook. */
export interface ShownWebhook {
  readonly id: string;
  readonly state: string;
  readonly cursor: string;
  readonly disabledReason: string | null;
  readonly previousSecretUntil: string | null;
  readonly message: { readonly id: string; readonly attempts: number; readonly nextAttemptAt: string } | null;
  readonly latestAttempts: readonly { readonly outcome: string; readonly messageId: string }[];
  readonly deadLetters: readonly { readonly id: string; readonly after: string; readonly changes: number }[];
}

export interface WebhookAnswer {
  readonly webhook: ShownWebhook;
  readonly secret: string;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

export const shown = `id organizationCode url label types areaCode createdBy state verifiedAt cursor disabledReason previousSecretUntil
  message { id attempts nextAttemptAt after cursor changes } latestAttempts { outcome status messageId attempt changes at }
  deadLetters { id after cursor changes attempts outcome status givenUpAt }`;

/** A mutation of webhooks by a caller. */
export async function changeWebhook(
  hub: TestHub,
  name: string,
  input: object,
  caller: TestCaller = owner,
): Promise<WebhookAnswer> {
  const hasSecret = name === "createWebhook" || name === "rotateWebhookSecret";
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub.askAs<Record<string, WebhookAnswer>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) {
      webhook { ${shown} } ${hasSecret ? "secret" : ""} userErrors { code field } } }`,
    { input },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data![name]!;
}

/** A new webhook of the partner `a`, whose receiver answered the test. */
export async function verifiedWebhook(
  hub: TestHub,
  receiver: Pick<Receiver, "received" | "url">,
  input: object = {},
): Promise<WebhookAnswer> {
  const created = await changeWebhook(hub, "createWebhook", { url: receiver.url, label: "Mirror", ...input });
  await delivererOf(hub)();
  receiver.received.splice(0);
  return created;
}

/** All webhooks that a caller sees. */
export async function webhooksOf(hub: TestHub, caller: TestCaller = owner): Promise<ShownWebhook[]> {
  const { data } = await hub.askAs<{ webhooks: { nodes: ShownWebhook[] } }>(
    caller,
    `{ webhooks { nodes { ${shown} } } }`,
  );
  return data!.webhooks.nodes;
}

export interface Clock {
  now: string;
  forward(ms: number): void;
}

export function clockAt(now: string): Clock {
  return {
    now,
    forward(ms) {
      this.now = new Date(Date.parse(this.now) + ms).toISOString();
    },
  };
}

/** A hub with the records of three partners, whose webhooks may go to this machine. */
export async function startWebhookHub(clock?: Clock): Promise<TestHub> {
  const hub = await startHub({
    ...(clock && { clock: () => clock.now }),
    webhooks: { toLoopback: true, changed: () => undefined },
  });
  await savePartners(hub.table, hub.table.clock());
  // The first edit also creates the source of the editors.
  await rename(hub, "a:3", 1, "Before");
  return hub;
}

/** What delivers the webhooks of a hub when it is called, without jitter. */
export const delivererOf = (
  { table }: Pick<TestHub, "table">,
  {
    send = sender({ toLoopback: true }),
    log = () => undefined,
  }: { readonly send?: Send; readonly log?: Log } = {},
): Deliver => deliverer({ table, send, log, random: () => 0 });

/** An edit of a service of the partner `a`, published. */
export async function rename(hub: TestHub, code: string, version: number, name: string): Promise<void> {
  const { data } = await hub.askAs<{ updateService: { version: number; userErrors: unknown[] } }>(
    owner,
    `mutation ($input: UpdateServiceInput!) { updateService(input: $input) { version userErrors { code } } }`,
    { input: { code, expectedVersion: version, reason: "Nuovo nome", fields: { alternateName: name } } },
  );
  if (data!.updateService.version !== version + 1) throw new Error(JSON.stringify(data));
  await hub.ask("{ dataVersion { version } }");
}
