import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { sender } from "../../../src/app/webhooks/send";
import { waits } from "../../../src/domain/webhooks/progress";
import { recipesOf, withProject } from "../../support/recipes";
import { bodyOf, startReceiver } from "../../support/webhook-receiver";
import { changeWebhook, delivererOf, rename, startWebhookHub, webhooksOf } from "../../support/webhooks";

const guide = readFileSync(path.resolve(__dirname, "../../../docs/webhooks.md"), "utf8");

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

test("the receiver of the guide takes a message once, and rejects one that is not of the hub", () =>
  withProject(async (folder) => {
    const [code] = recipesOf(guide, "Receive", "js", "");
    writeFileSync(path.join(folder, "receiver.js"), code!);
    const [hub, port] = [await startWebhookHub(), await freePort()];
    const url = `http://127.0.0.1:${port}/`;
    const { webhook, secret } = await changeWebhook(hub, "createWebhook", { url, label: "Guide" });
    const environment = { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret };
    const receiver = spawn(process.execPath, ["receiver.js"], { cwd: folder, env: environment });
    let out = "";
    receiver.stdout.on("data", (data) => {
      out += String(data);
    });
    const send = sender({ toLoopback: true });
    await until(async () => (await send({ url, headers: {}, body: "{}" })).status === 400);
    await delivererOf(hub)();
    await rename(hub, "a:1", 1, "Sportello");
    const sent: Parameters<typeof send>[0][] = [];
    await delivererOf(hub, {
      send: (message) => {
        sent.push(message);
        return send(message);
      },
    })();
    // A repetition, and the same with a change that the hub did not sign.
    expect(await send(sent[0]!)).toMatchObject({ outcome: "DELIVERED", status: 204 });
    expect(await send({ ...sent[0]!, body: `${sent[0]!.body} ` })).toMatchObject({ status: 400 });
    await until(() => out.includes("\n"));
    receiver.kill();
    expect(out).toBe("UPDATE SERVICE a:1\n");
    expect(await webhooksOf(hub)).toMatchObject([
      { id: webhook.id, latestAttempts: [{ status: 204 }, { status: 204, changes: null }] },
    ]);
  }));

test("the signature is made as the guide says", async () => {
  const [hub, receiver] = await Promise.all([startWebhookHub(), startReceiver()]);
  const { secret } = await changeWebhook(hub, "createWebhook", { url: receiver.url, label: "Guide" });
  await rename(hub, "a:1", 1, "Sportello");
  await delivererOf(hub)();
  await receiver.close();
  const [, message] = receiver.received as [unknown, (typeof receiver.received)[0]];
  const { headers, text } = message;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${text}`;
  const signature = createHmac("sha256", key).update(signed).digest("base64");
  expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
  // The message of the guide has the fields of a real one.
  const [example] = recipesOf(guide, "Messages", "json", "");
  const shown = JSON.parse(example!) as ReturnType<typeof bodyOf>;
  const real = bodyOf(message);
  for (const part of [(body: typeof real) => body, ({ data }: typeof real) => data, changeOf])
    expect(Object.keys(part(shown)).sort()).toEqual(Object.keys(part(real)).sort());
});

const changeOf = ({ data }: ReturnType<typeof bodyOf>) => data.changes![0]!;

test("the waits are those of the guide", () => {
  const [, text] = /\*\*Attempts\*\*: 10, after (.*?), each wait/.exec(guide) ?? [];
  const milliseconds = { second: 1_000, minute: 60_000, hour: 3_600_000 };
  // "2, 5, 10, 14, 20 and 24 hours": a number without a unit has that of the next one.
  let unit: keyof typeof milliseconds = "second";
  const stated = [...text!.matchAll(/(\d+)(?: (second|minute|hour)s?)?/g)]
    .reverse()
    .map(([, number, named]) => {
      if (named !== undefined) unit = named as typeof unit;
      return Number(number) * milliseconds[unit];
    });
  expect(stated.reverse()).toEqual(waits);
});
