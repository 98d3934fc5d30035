import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { keysCommand } from "../../src/entry/keys.cli";
import { type RunningHub, startRunningHub } from "../support/running-hub";
import { bodyOf, type Receiver, startReceiver } from "../support/webhook-receiver";

let dataDir: string;
let receiver: Receiver;
let hub: RunningHub;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-webhooks-"));
  receiver = await startReceiver();
});
afterAll(async () => {
  await hub.stop();
  await receiver.close();
  await rm(dataDir, { recursive: true });
});

const start = () => startRunningHub({ VICINATO_DATA_DIR: dataDir, VICINATO_WEBHOOKS_TO_LOOPBACK: "1" });

/** The key of an admin, made beside the hub. */
async function adminKey(): Promise<string> {
  let out = "";
  const context = {
    variables: { VICINATO_DATA_DIR: dataDir },
    out: (text: string) => {
      out += text;
    },
    err: () => undefined,
    now: () => new Date(),
  };
  const args = ["create", "--organization", "city", "--scopes", "admin", "--label", "test"];
  expect(await keysCommand(args, context)).toBe(0);
  return /vic_live_\w+/.exec(out)![0];
}

async function change<T>(key: string, query: string): Promise<T> {
  const response = await fetch(hub.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}

test("a message that a killed hub was sending comes again after a restart, with the same id", async () => {
  hub = await start();
  const key = await adminKey();
  const { organizations } = await hub.ask<{ organizations: { nodes: { code: string }[] } }>(
    "{ organizations(first: 1) { nodes { code } } }",
  );
  const { code } = organizations.nodes[0]!;
  const created = await change<{ createWebhook: { userErrors: unknown[] } }>(
    key,
    `mutation { createWebhook(input: { url: "${receiver.url}", label: "x", organization: "${code}",
       filter: { types: [ORGANIZATION] } }) { userErrors { code } } }`,
  );
  expect(created.createWebhook.userErrors).toEqual([]);
  // Its test.
  await until(() => receiver.received.length === 1);
  receiver.received.splice(0);
  receiver.answer = () => undefined;
  const edited = await change<{ updateOrganization: { version: number } }>(
    key,
    `mutation { updateOrganization(input: { code: "${code}", expectedVersion: 1, reason: "Test",
       fields: { alternateName: "Another name" } }) { version userErrors { code } } }`,
  );
  expect(edited.updateOrganization.version).toBe(2);
  await until(() => receiver.received.length === 1);
  process.kill(hub.pid, "SIGKILL");
  receiver.answer = 204;
  hub = await start();
  await until(() => receiver.received.length === 2);
  const [before, after] = receiver.received as [(typeof receiver.received)[0], (typeof receiver.received)[0]];
  expect(after.headers["webhook-id"]).toBe(before.headers["webhook-id"]);
  expect(after.text).toBe(before.text);
  expect(bodyOf(after).data.changes).toMatchObject([
    { type: "ORGANIZATION", code, version: 2, changedBy: "city" },
  ]);
});
