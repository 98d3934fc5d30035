import { getIntrospectionQuery } from "graphql";
import { bearing, cityEditor } from "../support/callers";
import { startHub, type TestHub } from "../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ starter: true });
});

const json = { "content-type": "application/json" };
const query = (text: string): string => JSON.stringify({ query: text });

const post = (body: BodyInit, headers: Readonly<Record<string, string>> = json): Promise<Response> =>
  hub.request("/graphql", { method: "POST", headers, body });

type Verdict = readonly [status: number, message: string | null];

/** Status and first sentence of the first message of an answer, which is GraphQL JSON whatever happened. */
async function verdictOf(response: Response): Promise<Verdict> {
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  return [response.status, errors?.[0]?.message.replace(/(?<=\.) .*/s, "") ?? null];
}

const verdict = async (text: string): Promise<Verdict> => verdictOf(await post(query(text)));

const accepted: Verdict = [200, null];
const tooManyTokens: Verdict = [400, "Syntax Error: Document contains more that 1000 tokens."];
const noOperation: Verdict = [400, "POST body missing, invalid Content-Type, or JSON object has no keys."];
const noQuery: Verdict = [
  400,
  "GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.",
];
const notJson: Verdict = [400, "Invalid JSON in the request body."];
const wrongType = (type: string): Verdict => [
  415,
  `The request body is declared as ${type}; only application/json is supported.`,
];
const unacceptable: Verdict = [
  406,
  "An 'accept' header was provided for this request which does not accept " +
    "application/json; charset=utf-8 or application/graphql-response+json; charset=utf-8",
];
const wrongMethod = (method: string): Verdict => [
  405,
  `GraphQL over HTTP does not support the method ${method}.`,
];

const nested = (levels: number): string =>
  `{ area(code: "nil:42") { ${"city { ".repeat(levels - 2)}name${" }".repeat(levels - 2)} } }`;

test.each<[number, Verdict]>([
  [12, accepted],
  [13, [400, "The query nests fields 13 levels deep; the limit is 12."]],
  [5_000, tooManyTokens],
])("to a query of %i levels answers %j", async (levels, expected) => {
  expect(await verdict(nested(levels))).toEqual(expected);
});

test.each<[number, Verdict]>([
  [12, accepted],
  [13, [400, "The query nests fields 13 levels deep; the limit is 12."]],
])("counts the levels that fragments hide: to %i answers %j", async (levels, expected) => {
  const text = `{ area(code: "nil:42") { ...A } }
    fragment A on Area { city { city { city { city { ...B } } } } }
    fragment B on Area { city { city { city { city { ...C } } } } }
    fragment C on Area { ${"city { ".repeat(levels - 10)}name${" }".repeat(levels - 10)} }`;
  expect(await verdict(text)).toEqual(expected);
});

test.each<[string, number, Verdict]>([
  ["__typename", 30, accepted],
  ["__typename", 31, [400, "The query has 31 aliases; the limit is 30."]],
  ["dataVersion { version }", 30, accepted],
  ["dataVersion { version }", 31, [400, "The query has 31 aliases; the limit is 30."]],
])("to %s under %i aliases answers %j", async (field, count, expected) => {
  const fields = Array.from({ length: count }, (_, i) => `a${i}: ${field}`);
  expect(await verdict(`{ ${fields.join(" ")} }`)).toEqual(expected);
});

test.each<[number, Verdict]>([
  [8, accepted],
  [9, [400, "The query has 9 directives; the limit is 8."]],
])("to %i directives answers %j", async (count, expected) => {
  const fields = Array.from({ length: count }, (_, i) => `a${i}: __typename @skip(if: false)`);
  expect(await verdict(`{ ${fields.join(" ")} }`)).toEqual(expected);
});

test("lists at most five problems of a document", async () => {
  const response = await post(query(`{ __typename ${"@aa ".repeat(60)} }`));
  const { errors } = (await response.json()) as { errors: { message: string }[] };
  expect(errors.map(({ message }) => message)).toEqual([
    ...Array.from({ length: 5 }, () => 'Unknown directive "@aa".'),
    "Too many validation errors, error limit reached. Validation aborted.",
  ]);
});

test("reads 1,000 tokens and not one more", async () => {
  const tokens = (count: number): string => `{ nodes(ids: [${'"x" '.repeat(count - 12)}]) { id } }`;
  expect(await verdict(tokens(1_000))).toEqual([200, "988 ids were given; the limit is 100."]);
  expect(await verdict(tokens(1_001))).toEqual(tooManyTokens);
});

test("rejects a request body of 101 kB before reading it, with a remedy", async () => {
  const response = await post(
    JSON.stringify({ query: "{ __typename }", variables: { a: "x".repeat(101_000) } }),
  );
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({
    errors: [
      {
        message: "The request body is larger than 100,000 bytes.",
        extensions: {
          code: "LIMIT_EXCEEDED",
          messageIt: "Il corpo della richiesta supera 100.000 byte.",
          hint: "Use variables and smaller queries.",
          hintIt: "Usare variabili e interrogazioni più brevi.",
        },
      },
    ],
  });
});

test("is not deceived by a request body with a false length", async () => {
  const response = await post(`{"query":"{ __typename }","variables":{"a":"${"x".repeat(101_000)}"}}`, {
    ...json,
    "transfer-encoding": "chunked",
    "content-length": "20",
  });
  expect(response.status).toBe(413);
});

test("rejects fragments that expand to a trillion fields without expanding them", async () => {
  const doubling = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
  );
  expect(await verdict(`{ ...F0 } ${doubling.join(" ")} fragment F40 on Query { __typename }`)).toEqual([
    400,
    "Anonymous operation recursively requests too many selections.",
  ]);
});

test("rejects circular fragments", async () => {
  expect(await verdict("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")).toEqual([
    400,
    'Cannot spread fragment "A" within itself via "B".',
  ]);
});

test("offers no @defer, and stored queries that clients cannot add", async () => {
  expect(await verdict("{ ... @defer { __typename } }")).toEqual([400, 'Unknown directive "@defer".']);
  const persistedQuery = { version: 1, sha256Hash: "0".repeat(64) };
  expect(await verdictOf(await post(JSON.stringify({ extensions: { persistedQuery } })))).toEqual([
    200,
    "PersistedQueryNotFound",
  ]);
});

test("shows its schema to every caller, but within limits", async () => {
  expect(await verdict(getIntrospectionQuery())).toEqual(accepted);
  const fields = (times: number): string =>
    `{ __schema { types { ${"fields { type { ".repeat(times)}name${" } }".repeat(times)} } } }`;
  expect(await verdict(fields(2))).toEqual(accepted);
  expect(await verdict(fields(3))).toEqual([400, "Maximum introspection depth exceeded"]);
});

test.each<[string, Verdict]>([
  ['[{"query":"{ __typename }"}]', [400, "Operation batching disabled."]],
  ["[]", [400, "Operation batching disabled."]],
  ["{bad", notJson],
  ["[".repeat(50_000), notJson],
  ["", noOperation],
  ["null", noOperation],
  ["5", noOperation],
  ["{}", noOperation],
  ['{"query":5}', [400, "GraphQL queries must be strings."]],
  [
    '{"query":"{ __typename }","variables":[]}',
    [400, "`variables` in a POST body must be an object if provided."],
  ],
  [
    '{"query":"query A { __typename } query B { __typename }"}',
    [400, "Must provide operation name if query contains multiple operations."],
  ],
  ['\ufeff{"query":"{ __typename }"}', accepted],
])("to the request body %.60s answers %j", async (body, expected) => {
  expect(await verdictOf(await post(body))).toEqual(expected);
});

test.each<[string, Verdict]>([
  ["application/json; charset=UTF-8", accepted],
  [
    "application/json; charset=utf-16",
    [415, "The request body is declared as charset=utf-16; only UTF-8 is supported."],
  ],
  ["application/graphql", wrongType("application/graphql")],
  ["application/x-www-form-urlencoded", wrongType("application/x-www-form-urlencoded")],
  ["multipart/form-data; boundary=x", wrongType("multipart/form-data")],
  ["text/plain", wrongType("text/plain")],
])("to a request body of type %s answers %j", async (type, expected) => {
  expect(await verdictOf(await post(query("{ __typename }"), { "content-type": type }))).toEqual(expected);
});

test("rejects a request without a content type, as a page of another site could send it", async () => {
  const body = new Blob([query("{ __typename }")]);
  expect(await verdictOf(await post(body, {}))).toEqual([
    415,
    "The request body has no content type; only application/json is supported.",
  ]);
});

const getQuery = "/graphql?query=%7B__typename%7D";
const getMutation = "/graphql?query=mutation%7B__typename%7D";
const browser = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8" };
const changeByGet: Verdict = [405, "A GET request can only read, but this operation is a mutation."];

test.each<[string, string, Readonly<Record<string, string>>, Verdict, string | null]>([
  ["GET", getQuery, {}, accepted, null],
  ["GET", getQuery, browser, accepted, null],
  ["GET", getQuery, { "apollo-require-preflight": "true" }, accepted, null],
  ["GET", getQuery, { accept: "text/html" }, unacceptable, null],
  ["GET", "/graphql", {}, noQuery, null],
  ["GET", getMutation, {}, changeByGet, "POST"],
  ["PUT", "/graphql", json, wrongMethod("PUT"), "GET, HEAD, POST"],
  ["DELETE", "/graphql", {}, wrongMethod("DELETE"), "GET, HEAD, POST"],
])("to %s %s with %j answers %j", async (method, path, headers, expected, allow) => {
  const response = await hub.request(path, { method, headers });
  expect(response.headers.get("allow")).toBe(allow);
  expect(await verdictOf(response)).toEqual(expected);
});

test("rejects a change by GET, also with a key", async () => {
  const headers = { ...browser, ...(await bearing(hub.table, cityEditor)) };
  const response = await hub.request(getMutation, { headers });
  expect(response.headers.get("allow")).toBe("POST");
  expect(await verdictOf(response)).toEqual(changeByGet);
});

test("says in both languages how to send a change that came by GET", async () => {
  const response = await hub.request(getMutation);
  expect(await response.json()).toEqual({
    errors: [
      {
        message: "A GET request can only read, but this operation is a mutation.",
        extensions: {
          code: "BAD_REQUEST",
          messageIt: "Una richiesta GET può solo leggere, ma questa operazione è una modifica (mutation).",
          hint: "Send it with POST, as application/json.",
          hintIt: "Inviarla con POST, come application/json.",
          requestId: response.headers.get("x-request-id"),
        },
      },
    ],
  });
});

test("limits what a GET asks as it limits a POST", async () => {
  const asked = (text: string) => hub.request(`/graphql?query=${encodeURIComponent(text)}`);
  expect(await verdictOf(await asked(nested(13)))).toEqual([
    400,
    "The query nests fields 13 levels deep; the limit is 12.",
  ]);
  expect(await verdictOf(await asked(nested(5_000)))).toEqual(tooManyTokens);
});

test("sends a person who opens /graphql without a query to the playground", async () => {
  const response = await hub.request("/graphql", { headers: browser });
  expect([response.status, response.headers.get("location")]).toEqual([303, "playground/"]);
});

test("sends security headers with every answer, and does not reveal its software", async () => {
  const response = await post(query("{ __typename }"));
  expect(Object.fromEntries(response.headers)).toEqual({
    "access-control-allow-origin": "*",
    "access-control-expose-headers":
      "accept-ranges,allow,content-disposition,content-range,etag,ratelimit,ratelimit-policy,repr-digest,retry-after,x-changes-cursor,x-changes-more,x-data-version,x-request-id",
    "cache-control": "no-store",
    "content-length": expect.stringMatching(/^\d{3}$/),
    "content-type": "application/json; charset=utf-8",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "cross-origin",
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    "origin-agent-cluster": "?1",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=15552000; includeSubDomains",
    vary: "accept, accept-encoding, authorization",
    "x-content-type-options": "nosniff",
    "x-data-version": "1",
    "x-dns-prefetch-control": "off",
    "x-download-options": "noopen",
    "x-frame-options": "DENY",
    "x-permitted-cross-domain-policies": "none",
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "x-xss-protection": "0",
  });
});

/** Asks what a page of another site may send, as its browser does. */
const preflight = (headers: string): Promise<Response> =>
  hub.request("/graphql", {
    method: "OPTIONS",
    headers: {
      origin: "https://quartiere.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": headers,
    },
  });

test.each([
  ["clients", "accept,authorization,content-type,if-none-match,x-requested-with"],
  ["readers of parts of files", "range,if-range,if-none-match"],
  ["Apollo", "apollo-require-preflight,apollographql-client-name,apollographql-client-version"],
  ["Apollo's other platforms", "x-apollo-operation-id,x-apollo-operation-name"],
  ["GraphQL clients", "graphql-client-name,graphql-client-version"],
  ["W3C tracers", "traceparent,tracestate,baggage"],
  ["B3 tracers", "b3,x-b3-traceid,x-b3-spanid,x-b3-parentspanid,x-b3-sampled,x-b3-flags"],
  ["Sentry, Datadog and New Relic", "sentry-trace,x-datadog-trace-id,x-datadog-parent-id,newrelic"],
  ["request ids", "x-request-id,x-correlation-id"],
])("lets every site send the headers of %s by name, and any other", async (_, headers) => {
  const response = await preflight(headers);
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  const allowed = response.headers.get("access-control-allow-headers")!.split(",");
  expect(headers.split(",").filter((name) => !allowed.includes(name))).toEqual([]);
  expect(allowed).toContain("*");
});

test("does not take the request id from the caller", async () => {
  const response = await post(query("{ __typename }"), { ...json, "x-request-id": "mine" });
  expect(response.headers.get("x-request-id")).not.toBe("mine");
});
