import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { type PublishedHub, startPublishedHub } from "../support/published-hub";
import { type Answered, rawRequest } from "../support/raw-request";

let hub: PublishedHub;
beforeEach(async () => {
  hub = await startPublishedHub();
});
afterEach(() => hub.close());

const json = { "content-type": "application/json" };
const body = JSON.stringify({ query: '{ area(code: "nil:1") { name } }' });
const post = (content: string | Buffer, headers: Record<string, string> = {}): Promise<Answered> =>
  rawRequest(hub.url, { method: "POST", path: "/graphql", headers: { ...json, ...headers }, body: content });

async function socket(): Promise<Socket> {
  const opened = connect(Number(new URL(hub.url).port), "127.0.0.1");
  await once(opened, "connect");
  return opened;
}

const head = (length: number): string =>
  `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** All that comes until so many answers are complete. */
async function answersOn(opened: Socket, count: number): Promise<string> {
  let text = "";
  for await (const part of opened) {
    text += String(part);
    if ((text.match(/"cost":\{[^}]*\}\}\}/g)?.length ?? 0) >= count) break;
  }
  return text;
}

test("each request has one line in the log, kept or not", async () => {
  await post(body);
  await post(body);
  await rawRequest(hub.url, { method: "GET", path: "/graphql?query={__typename}" });
  await rawRequest(hub.url, { method: "HEAD", path: "/graphql?query={__typename}" });
  const line = (method: string) => ({
    level: "info",
    message: "request",
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    method,
    path: "/graphql",
    status: 200,
    ms: expect.any(Number),
  });
  expect(hub.logs).toEqual(["POST", "POST", "GET", "HEAD"].map(line));
  expect(new Set(hub.logs.map(({ requestId }) => requestId)).size).toBe(4);
  expect(hub.runs()).toBe(2);
});

test("one connection carries many requests, kept and not, in their order", async () => {
  const other = JSON.stringify({ query: '{ area(code: "nil:2") { name } }' });
  await post(body);
  const opened = await socket();
  opened.write([body, other, body, other].map((text) => head(text.length) + text).join(""));
  const text = await answersOn(opened, 4);
  opened.destroy();
  expect([...text.matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name)).toEqual([
    "DUOMO",
    "BRERA",
    "DUOMO",
    "BRERA",
  ]);
});

test("a request body that comes in pieces is put together", async () => {
  await post(body);
  const opened = await socket();
  opened.write(head(body.length) + body.slice(0, 10));
  await new Promise((resolve) => setTimeout(resolve, 30));
  opened.write(body.slice(10));
  expect(await answersOn(opened, 1)).toContain("DUOMO");
  opened.destroy();
  expect(hub.runs()).toBe(1);
});

test("a client that goes away in the middle of its request leaves a line in the log", async () => {
  const opened = await socket();
  opened.write(head(body.length) + body.slice(0, 10));
  await new Promise((resolve) => setTimeout(resolve, 30));
  opened.destroy();
  while (hub.logs.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await post(body)).status).toBe(200);
  expect([hub.runs(), hub.logs.map(({ status }) => status)]).toEqual([1, [499, 200]]);
});

test("a request body that is too large is rejected as before, with a length or without", async () => {
  const large = JSON.stringify({ query: "{ __typename }", variables: { a: "x".repeat(101_000) } });
  const withLength = await post(large);
  const chunked = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: json,
    body: new Blob([large]).stream(),
    duplex: "half",
  } as RequestInit);
  for (const [status, text] of [
    [withLength.status, withLength.body.toString()],
    [chunked.status, await chunked.text()],
  ] as const)
    expect([status, JSON.parse(text)]).toMatchObject([
      413,
      { errors: [{ message: "The request body is larger than 100,000 bytes." }] },
    ]);
});

test("a request body that says that it is compressed is rejected, also if its text was answered", async () => {
  await post(body);
  for (const sent of [gzipSync(body), body])
    expect((await post(sent, { "content-encoding": "gzip" })).status).toBe(415);
});

test.each([
  ["another type", "POST", "/graphql", { "content-type": "text/plain" }, 415],
  ["no type", "POST", "/graphql", {}, 415],
  ["another charset", "POST", "/graphql", { "content-type": "application/json; charset=latin1" }, 415],
  ["another method", "PUT", "/graphql", json, 405],
  ["another path", "POST", "/graphqlx", json, 404],
])("rejects a request with %s as before", async (_, method, path, headers, status) => {
  await post(body);
  expect((await rawRequest(hub.url, { method, path, headers, body })).status).toBe(status);
});

test("memory is bounded: the least recently used answers make room", async () => {
  await hub.close();
  hub = await startPublishedHub({ cacheBytes: 20_000 });
  const ask = (i: number) => post(JSON.stringify({ query: `{ __typename } # ${i}` }));
  for (let i = 0; i < 20; i++) await ask(i);
  expect(hub.runs()).toBe(20);
  await ask(19);
  expect(hub.runs()).toBe(20);
  await ask(0);
  expect(hub.runs()).toBe(21);
});
