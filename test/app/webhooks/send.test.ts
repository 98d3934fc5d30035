import { createServer } from "node:net";
import { type Send, sender } from "../../../src/app/webhooks/send";
import { type Receiver, startReceiver } from "../../support/webhook-receiver";

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

const sent = (send: Send, url = receiver.url) => send({ url, headers: { "x-test": "1" }, body: "è" });
const here = sender({ toLoopback: true, patience: 2_000 });

test("posts the text with its headers, and reports 2xx apart from other statuses", async () => {
  expect(await sent(here)).toEqual({ outcome: "DELIVERED", status: 204, milliseconds: expect.any(Number) });
  expect(receiver.received).toMatchObject([
    { headers: { "x-test": "1", "content-length": "2", host: `127.0.0.1:${receiver.port}` }, text: "è" },
  ]);
  for (const status of [301, 400, 410, 500]) {
    receiver.answer = status;
    expect(await sent(here)).toMatchObject({ outcome: "REJECTED", status });
  }
});

test("follows no redirect", async () => {
  const other = await startReceiver();
  receiver.answer = (response) => response.writeHead(307, { location: other.url }).end();
  expect(await sent(here)).toMatchObject({ outcome: "REJECTED", status: 307 });
  expect(other.received).toEqual([]);
  await other.close();
});

test("does not read what a receiver answers besides its status, however long it is", async () => {
  let written = 0;
  receiver.answer = (response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && written < 1e9) {
        written += 65_536;
        if (!response.write(Buffer.alloc(65_536))) return;
      }
    };
    response.on("drain", more);
    more();
  };
  expect(await sent(here)).toMatchObject({ outcome: "DELIVERED", status: 200 });
  expect(written).toBeLessThan(50_000_000);
});

test("a receiver that does not answer in time, or not at all", async () => {
  receiver.answer = () => undefined;
  expect(await sent(sender({ toLoopback: true, patience: 100 }))).toMatchObject({
    ...{ outcome: "TIMEOUT", status: null },
  });
  const silent = createServer((socket) => socket.on("error", () => undefined)).listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  const { port } = silent.address() as { readonly port: number };
  const impatient = sender({ toLoopback: true, patience: 100 });
  // Also while TLS is negotiated.
  expect(await sent(impatient, `https://127.0.0.1:${port}/`)).toMatchObject({ outcome: "TIMEOUT" });
  silent.close();
  const { url } = receiver;
  await receiver.close();
  expect(await sent(here, url)).toMatchObject({ outcome: "UNREACHABLE", status: null });
  receiver = await startReceiver();
});

test("a name without an address, and a look-up without an end", async () => {
  const without = sender({ toLoopback: true, resolve: () => Promise.reject(new Error("ENOTFOUND")) });
  expect(await sent(without, "https://receiver.example.org/")).toMatchObject({ outcome: "UNREACHABLE" });
  const endless = sender({ toLoopback: true, resolve: () => new Promise(() => undefined), patience: 100 });
  expect(await sent(endless, "https://receiver.example.org/")).toMatchObject({ outcome: "TIMEOUT" });
});

test("without the setting for development nothing goes to this machine or by http", async () => {
  const strict = sender({ toLoopback: false });
  for (const url of [
    receiver.url,
    `https://127.0.0.1:${receiver.port}/`,
    `https://localhost:${receiver.port}/`,
    `https://[::1]:${receiver.port}/`,
    `https://[::ffff:127.0.0.1]:${receiver.port}/`,
    `https://0x7f.1:${receiver.port}/`,
    "http://192.0.2.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://10.0.0.1/",
  ])
    expect([url, await sent(strict, url)]).toMatchObject([url, { outcome: "PRIVATE_ADDRESS", status: null }]);
  expect(receiver.received).toEqual([]);
});

test("http goes only to this machine, also with the setting", async () => {
  const resolve = async () => ["93.184.215.14"];
  expect(
    await sent(sender({ toLoopback: true, resolve }), `http://receiver.example.org:${receiver.port}/`),
  ).toMatchObject({ outcome: "PRIVATE_ADDRESS" });
});

test("one private address among those of a name is enough to send nothing", async () => {
  for (const addresses of [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["2606:4700::1", "fd00::1"], []]) {
    const send = sender({ toLoopback: false, resolve: async () => addresses });
    expect(await sent(send, "https://receiver.example.org/")).toMatchObject({ outcome: "PRIVATE_ADDRESS" });
  }
});

test("a name that leads elsewhere after the check is not looked up again", async () => {
  let lookedUp = 0;
  const send = sender({
    toLoopback: true,
    // The second answer would be another machine.
    resolve: async () => (lookedUp++ === 0 ? ["127.0.0.1"] : ["192.168.0.1"]),
  });
  expect(await sent(send, `http://rebinding.example.org:${receiver.port}/`)).toMatchObject({
    ...{ outcome: "DELIVERED", status: 204 },
  });
  expect(lookedUp).toBe(1);
  expect(receiver.received[0]!.headers.host).toBe(`rebinding.example.org:${receiver.port}`);
});
