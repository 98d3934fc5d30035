import { getIntrospectionQuery } from "graphql";
import { startHub, type TestHub } from "../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
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
const notJson: Verdict = [400, "The request body is not valid JSON."];
const maybeForged: Verdict = [
  400,
  "This operation has been blocked as a potential Cross-Site Request Forgery (CSRF).",
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
  `{ area(code: "x") { ${"city { ".repeat(levels - 2)}name${" }".repeat(levels - 2)} } }`;

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
  const text = `{ area(code: "x") { ...A } }
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

test("offers neither @defer nor stored queries", async () => {
  expect(await verdict("{ ... @defer { __typename } }")).toEqual([400, 'Unknown directive "@defer".']);
  const persistedQuery = { version: 1, sha256Hash: "0".repeat(64) };
  expect(await verdictOf(await post(JSON.stringify({ extensions: { persistedQuery } })))).toEqual([
    200,
    "PersistedQueryNotSupported",
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
  ["application/graphql", noOperation],
  ["application/x-www-form-urlencoded", maybeForged],
  ["multipart/form-data; boundary=x", maybeForged],
  ["text/plain", maybeForged],
])("to a request body of type %s answers %j", async (type, expected) => {
  expect(await verdictOf(await post(query("{ __typename }"), { "content-type": type }))).toEqual(expected);
});

const preflighted = { "apollo-require-preflight": "true" };
const getQuery = "/graphql?query=%7B__typename%7D";

test.each<[string, string, Readonly<Record<string, string>>, Verdict, string | null]>([
  ["GET", getQuery, preflighted, accepted, null],
  ["GET", getQuery, {}, maybeForged, null],
  ["GET", getQuery, { ...preflighted, accept: "text/html" }, unacceptable, null],
  [
    "GET",
    "/graphql?query=mutation%7B__typename%7D",
    preflighted,
    [405, "GET requests only support query operations, not mutation operations"],
    "POST",
  ],
  ["PUT", "/graphql", json, wrongMethod("PUT"), "GET, POST"],
  ["DELETE", "/graphql", {}, wrongMethod("DELETE"), "GET, POST"],
])("to %s %s with %j answers %j", async (method, path, headers, expected, allow) => {
  const response = await hub.request(path, { method, headers });
  expect(response.headers.get("allow")).toBe(allow);
  expect(await verdictOf(response)).toEqual(expected);
});

test("sends security headers with every answer, and does not reveal its software", async () => {
  const response = await post(query("{ __typename }"));
  expect(Object.fromEntries(response.headers)).toEqual({
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "etag,x-request-id",
    "cache-control": "no-store",
    "content-length": expect.stringMatching(/^\d{3}$/),
    "content-type": "application/json; charset=utf-8",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "cross-origin",
    "origin-agent-cluster": "?1",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=15552000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-dns-prefetch-control": "off",
    "x-download-options": "noopen",
    "x-frame-options": "DENY",
    "x-permitted-cross-domain-policies": "none",
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "x-xss-protection": "0",
  });
});

test("lets every site send JSON", async () => {
  const response = await hub.request("/graphql", {
    method: "OPTIONS",
    headers: {
      origin: "https://quartiere.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  expect([response.status, response.headers.get("access-control-allow-headers")]).toEqual([
    204,
    "accept,authorization,apollo-require-preflight,content-type,x-apollo-operation-name",
  ]);
  expect(response.headers.get("access-control-allow-credentials")).toBeNull();
});

test("does not take the request id from the caller", async () => {
  const response = await post(query("{ __typename }"), { ...json, "x-request-id": "mine" });
  expect(response.headers.get("x-request-id")).not.toBe("mine");
});
