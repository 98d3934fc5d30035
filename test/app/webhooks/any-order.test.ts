import type { Send } from "../../../src/app/webhooks/send";
import { seededRandom } from "../../support/seeded-random";
import { bodyOf, startReceiver } from "../../support/webhook-receiver";
import {
  clockAt,
  delivererOf,
  rename,
  startWebhookHub,
  verifiedWebhook,
  webhooksOf,
} from "../../support/webhooks";

interface Found {
  readonly changes: { readonly nodes: readonly { readonly code: string; readonly version: number }[] };
}

test.each([1, 2, 3])(
  "whatever fails, is killed or runs twice: every change arrives, in order, each message unchanged (seed %i)",
  async (seed) => {
    const random = seededRandom(seed);
    const clock = clockAt("2026-03-01T10:00:00.000Z");
    const [hub, receiver] = await Promise.all([startWebhookHub(clock), startReceiver()]);
    const { webhook } = await verifiedWebhook(hub, receiver);
    const versions = new Map(["a:1", "a:2", "a:3"].map((code) => [code, code === "a:3" ? 2 : 1]));
    /** The message arrives, and the process is killed before it can note that; or before it sends. */
    const killed = (arrives: boolean) =>
      new Promise<void>((resolve) => {
        const send: Send = async ({ url, headers, body }) => {
          if (arrives) await fetch(url, { method: "POST", headers, body });
          resolve();
          return new Promise(() => undefined);
        };
        void delivererOf(hub, { send })().then(() => resolve());
      });
    const actions: readonly (() => Promise<unknown>)[] = [
      async () => {
        const code = [...versions.keys()][Math.floor(random() * 3)]!;
        const version = versions.get(code)!;
        await rename(hub, code, version, `Name ${version}`);
        versions.set(code, version + 1);
      },
      async () => {
        receiver.answer = random() < 0.4 ? 500 : 200;
      },
      () => Promise.all([delivererOf(hub)(), delivererOf(hub)()]),
      () => killed(random() < 0.5),
      async () => clock.forward(Math.floor(random() * 600_000)),
    ];
    for (let step = 0; step < 60; step++) await actions[Math.floor(random() * actions.length)]!();
    receiver.answer = 200;
    for (let pass = 0; pass < 5; pass++) {
      clock.forward(5 * 3_600_000);
      await delivererOf(hub)();
    }
    await receiver.close();

    const byId = new Map<unknown, string>();
    for (const { headers, text } of receiver.received) {
      const before = byId.get(headers["webhook-id"]);
      if (before !== undefined) expect(text).toBe(before);
      byId.set(headers["webhook-id"], text);
    }
    const arrived = [...byId.values()].flatMap((text) => bodyOf({ headers: {}, text }).data.changes!);
    const { data } = await hub.ask<Found>(
      "query ($after: String) { changes(first: 100, after: $after) { nodes { code version } } }",
      { after: webhook.cursor },
    );
    expect(data!.changes.nodes.length).toBeGreaterThan(5);
    expect(arrived.map(({ code, version }) => ({ code, version }))).toEqual(data!.changes.nodes);
    expect(receiver.received.length).toBeGreaterThan(byId.size);
    expect(await webhooksOf(hub)).toMatchObject([{ state: "ACTIVE", message: null, deadLetters: [] }]);
  },
);
