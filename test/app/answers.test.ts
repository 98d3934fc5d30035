import { gunzipSync } from "node:zlib";
import { cityEditor, keyFor } from "../support/callers";
import { type PublishedHub, startPublishedHub } from "../support/published-hub";
import { type Answered, rawRequest } from "../support/raw-request";

let hub: PublishedHub;
beforeEach(async () => {
  hub = await startPublishedHub();
});
afterEach(() => hub.close());

const json = { "content-type": "application/json" };
const areas = "{ areas(first: 100) { totalCount nodes { code name } } }";
const small = '{ area(code: "nil:1") { name } }';

const post = (query: string, headers: object = {}, variables?: object): Promise<Answered> =>
  rawRequest(hub.url, {
    method: "POST",
    path: "/graphql",
    headers: { ...json, ...headers },
    body: JSON.stringify({ query, variables }),
  });
const get = (query: string, headers: object = {}, method = "GET"): Promise<Answered> =>
  rawRequest(hub.url, {
    method,
    path: `/graphql?query=${encodeURIComponent(query)}`,
    headers: { ...headers },
  });

/** All that two answers must share. */
const alike = ({ status, headers, body }: Answered) => {
  const { "x-request-id": _, date: __, ...others } = headers;
  return { status, headers: others, body: body.toString("latin1") };
};

test.each([
  ["POST", {}, post],
  ["POST", { "accept-encoding": "gzip, deflate, br" }, post],
  ["POST", { "accept-encoding": "deflate" }, post],
  ["POST", { accept: "application/graphql-response+json" }, post],
  ["GET", {}, get],
  ["GET", { "accept-encoding": "br, gzip;q=0.5" }, get],
  ["HEAD", {}, (query: string, headers: object) => get(query, headers, "HEAD")],
])("a kept answer is the first one, byte for byte: %s %j", async (_, headers, ask) => {
  for (const query of [areas, small]) {
    const first = await ask(query, headers);
    const second = await ask(query, headers);
    expect(first.status).toBe(200);
    expect(alike(second)).toEqual(alike(first));
    expect(second.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
  }
  expect(hub.runs()).toBe(2);
});

test("has the headers of every answer, with version, tag and what decides it", async () => {
  const { "x-request-id": _, "x-data-version": version, etag, vary, ...others } = (await post(small)).headers;
  hub.publication.now = null;
  const { "x-request-id": __, ...uncached } = (await post(small)).headers;
  expect(others).toEqual({ ...uncached, "content-length": others["content-length"], date: others.date });
  expect([version, vary, etag]).toEqual([
    "1",
    "accept, accept-encoding, authorization",
    expect.stringMatching(/^"[\w-]{22}"$/),
  ]);
});

test("what a client gets compressed is the same answer with another tag", async () => {
  const plain = await get(areas);
  const zipped = await get(areas, { "accept-encoding": "gzip" });
  expect(gunzipSync(zipped.body)).toEqual(plain.body);
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  expect(zipped.headers["content-length"]).toBe(String(zipped.body.length));
  expect(zipped.headers.etag).toBe(plain.headers.etag!.replace(/"$/, '-gzip"'));
  expect(hub.runs()).toBe(1);
});

test("GET and POST share an answer, whatever blanks the request has", async () => {
  const asked = await get(areas);
  const posted = await rawRequest(hub.url, {
    method: "POST",
    path: "/graphql",
    headers: json,
    body: ` { "query": ${JSON.stringify(areas)}, "variables": null }`,
  });
  expect(posted.body).toEqual(asked.body);
  expect(asked.headers["cache-control"]).toBe("public, max-age=5, stale-while-revalidate=25");
  expect(posted.headers["cache-control"]).toBe("no-store");
  expect(hub.runs()).toBe(1);
});

test.each([
  ["the same tag", (etag: string) => etag],
  ["a weakened tag among others", (etag: string) => `"other", W/${etag}`],
  ["any", () => "*"],
])("answers 304 without content to a GET with %s", async (_, ifNoneMatch) => {
  const { headers } = await get(areas);
  const again = await get(areas, { "if-none-match": ifNoneMatch(headers.etag!) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  for (const name of ["etag", "vary", "cache-control", "x-data-version", "access-control-allow-origin"])
    expect([name, again.headers[name]]).toEqual([name, headers[name]]);
  expect(again.headers["content-type"]).toBeUndefined();
});

test("answers 304 to a first request whose tag is of an earlier version with the same data", async () => {
  const { headers } = await get(small);
  hub.publication.now = 2;
  const units = await get(small, { "if-none-match": headers.etag! });
  expect([hub.runs(), units.status, units.headers["x-data-version"]]).toEqual([2, 304, "2"]);
});

test("an answer with another tag, and every POST, is sent in full", async () => {
  const { headers } = await get(areas);
  expect((await get(areas, { "if-none-match": '"other"' })).status).toBe(200);
  expect((await post(areas, { "if-none-match": headers.etag! })).status).toBe(200);
});

test.each([
  ["a right key", async () => `Bearer ${await keyFor(hub.table, cityEditor)}`, 200],
  ["a wrong key", () => "Bearer no", 401],
  ["a key of another kind", () => "Basic eDp5", 401],
])("nothing with %s is kept or answered from what is kept", async (_, given, status) => {
  await post(small);
  const authorization = await given();
  for (const ask of [post, get]) {
    const answer = await ask(small, { authorization });
    expect(answer.status).toBe(status);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers.etag).toBeUndefined();
  }
  // What was kept of the first is still there, and nothing else.
  expect((await post(small)).headers.etag).toBeDefined();
  expect(hub.runs()).toBe(status === 200 ? 2 : 1);
});

const rename = `mutation { updateArea: __typename }`;
test("a mutation is never kept", async () => {
  for (const _ of [1, 2]) expect((await post(rename)).headers.etag).toBeUndefined();
  expect(hub.runs()).toBe(2);
});

test.each([
  ["a document that is not valid", "{ nothing }"],
  ["a field that failed", '{ area(code: "nil:1") { name } centre(code: "no-such-centre") { name } }'],
])("%s is not kept", async (_, query) => {
  for (const __ of [1, 2]) expect((await get(query)).headers["cache-control"]).toBe("no-store");
  expect(hub.runs()).toBe(2);
});

test("another version empties the cache", async () => {
  await post(areas);
  await post(areas);
  hub.publication.now = 2;
  const after = await post(areas);
  expect([hub.runs(), after.headers["x-data-version"]]).toEqual([2, "2"]);
});

test("an answer whose version was replaced while it was made is not kept", async () => {
  const run = hub.hub.apollo.executeHTTPGraphQLRequest.bind(hub.hub.apollo);
  jest.spyOn(hub.hub.apollo, "executeHTTPGraphQLRequest").mockImplementationOnce(async (request) => {
    hub.publication.now = 2;
    return run(request);
  });
  await post(small);
  expect((await post(small)).headers["x-data-version"]).toBe("2");
});

test("without a published version nothing is kept", async () => {
  hub.publication.now = null;
  for (const _ of [1, 2]) {
    const { headers } = await get(small);
    expect([headers["cache-control"], headers.etag, headers["x-data-version"]]).toEqual([
      "no-store",
      undefined,
      undefined,
    ]);
  }
});
