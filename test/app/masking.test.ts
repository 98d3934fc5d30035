import fc from "fast-check";
import type { HttpApp } from "../../src/app/base-app";
import { createHub } from "../../src/app/create-hub";
import type { LogEntry } from "../../src/app/log";
import { openTable } from "../../src/app/open-table";
import { toGlobalId } from "../../src/queries/kit/global-id";
import type { Table } from "../../src/storage/engine/table";
import { type EngineServer, startEngineServer } from "../support/engine-server";
import { type Answer, startHub, type TestHub } from "../support/hub";
import { runs } from "../support/runs";

let hub: TestHub;
let engine: EngineServer;
let table: Table;

beforeAll(async () => {
  hub = await startHub({ starter: true });
  engine = await startEngineServer();
  const location = { engine: { kind: "endpoint", url: engine.url }, tableName: "vicinato" } as const;
  ({ table } = await openTable(location, { share: false }));
});

/** A hub on an engine that can fail on request. */
function failing(): { readonly http: HttpApp; readonly logs: readonly LogEntry[] } {
  const logs: LogEntry[] = [];
  return { http: createHub({ table, log: (entry) => logs.push(entry) }).http, logs };
}

async function askFailing(
  query: string,
): Promise<{ readonly answer: Answer<unknown>; readonly logs: readonly LogEntry[] }> {
  const { http, logs } = failing();
  const response = await http.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { extensions: _, ...answer } = (await response.json()) as Answer<unknown> & { extensions: unknown };
  return { answer, logs };
}

afterEach(() => {
  engine.fault = null;
});
afterAll(() => engine.close());

const requestId = expect.stringMatching(/^[0-9a-f-]{36}$/);

test("hides an unexpected error, and logs it with the request id", async () => {
  const arn = "arn:aws:dynamodb:eu-south-1:123456789012:table/vicinato";
  const message = `User: api is not authorized to perform: dynamodb:GetItem on resource: ${arn}`;
  engine.fault = {
    status: 400,
    body: { __type: "com.amazonaws.dynamodb.v20120810#AccessDeniedException", message },
  };
  const { answer, logs } = await askFailing('{ area(code: "nil:1") { name } }');
  expect(answer).toEqual({
    data: { area: null },
    errors: [
      {
        message: "Something went wrong in the hub.",
        locations: [{ line: 1, column: 3 }],
        path: ["area"],
        extensions: {
          code: "INTERNAL_SERVER_ERROR",
          messageIt: "Si è verificato un errore nell'hub.",
          hint: "Try again; if it happens again, report it with the request id.",
          hintIt: "Riprovare; se l'errore si ripete, segnalarlo con l'identificativo della richiesta.",
          requestId,
        },
      },
    ],
  });
  expect(logs).toEqual([
    {
      level: "error",
      message: "A resolver failed.",
      requestId: answer.errors?.[0]?.extensions?.requestId,
      error: expect.stringContaining(arn),
    },
    expect.objectContaining({ message: "request", status: 200 }),
  ]);
});

test.each([
  [400, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"],
  [400, "com.amazon.coral.availability#ThrottlingException"],
  [500, "com.amazonaws.dynamodb.v20120810#InternalServerError"],
  [503, "com.amazon.coral.availability#ServiceUnavailable"],
])("asks for a retry when the store answers %i %s, and logs it", async (status, type) => {
  engine.fault = { status, body: { __type: type, message: "slow down" } };
  const { answer, logs } = await askFailing("{ dataVersion { version } }");
  expect(answer).toEqual({
    data: { dataVersion: null },
    errors: [
      {
        message: "The store is too busy, too slow or not available at the moment.",
        locations: [{ line: 1, column: 3 }],
        path: ["dataVersion"],
        extensions: {
          code: "SERVICE_UNAVAILABLE",
          messageIt: "L'archivio è al momento sovraccarico, troppo lento o non disponibile.",
          hint: "Try again in some seconds.",
          hintIt: "Riprovare tra qualche secondo.",
          requestId,
        },
      },
    ],
  });
  expect(logs.map(({ level }) => level)).toEqual(["error", "info"]);
});

test("reports at /status that the store does not answer, without the reason", async () => {
  engine.fault = { status: 400, body: { __type: "x#AccessDeniedException", message: "arn:aws:secret" } };
  const { http, logs } = failing();
  const response = await http.request("/status");
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "Service Unavailable",
    status: 503,
    detail: "The store does not answer. Try again in some seconds.",
  });
  expect(logs).toEqual([
    {
      level: "error",
      message: "The status check failed.",
      requestId: response.headers.get("x-request-id"),
      error: expect.stringContaining("arn:aws:secret"),
    },
    expect.objectContaining({ message: "request", status: 503 }),
  ]);
});

test("logs no query, no variables and no headers", async () => {
  const { request, logs } = await startHub();
  const secrets = (path: string, init: RequestInit = {}) =>
    request(path, { ...init, headers: { ...init.headers, authorization: "secret", cookie: "secret" } });
  const headers = { "content-type": "application/json", "x-secret": "secret" };
  const bodies = [
    { query: "{ secret }" },
    { query: "query secret($c: String!) { area(code: $c) { name } }", variables: { c: "secret" } },
    { query: "query($c: PartialDate!) { area(code: $c) { name } }", variables: { c: "secret" } },
    { query: 'query { node(id: "secret") { id } }' },
    "secret",
  ];
  for (const body of bodies)
    await secrets("/graphql", { method: "POST", headers, body: JSON.stringify(body) });
  await secrets("/graphql", { method: "POST", headers, body: "{secret" });
  await secrets("/graphql?query=secret", { headers: { "apollo-require-preflight": "secret" } });
  await secrets("/status?secret");
  expect(logs).toHaveLength(8);
  expect(JSON.stringify(logs)).not.toContain("secret");
});

test("a variable cannot reach the prototypes", async () => {
  const response = await hub.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{
      "__proto__": { "polluted": 1 },
      "query": "query($f: ObservationFilter!) { observations(filter: $f) { totalCount } }",
      "variables": {
        "__proto__": { "polluted": 1 },
        "constructor": { "prototype": { "polluted": 1 } },
        "f": { "area": "nil:1", "__proto__": { "polluted": 1 } }
      },
      "extensions": { "__proto__": { "polluted": 1 } }
    }`,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [
      expect.objectContaining({
        message: expect.stringContaining('Field "__proto__" is not defined by type "ObservationFilter".'),
        extensions: { code: "BAD_USER_INPUT", requestId },
      }),
    ],
  });
  expect({}).not.toHaveProperty("polluted");
});

test("does not send a large variable back", async () => {
  const query =
    'query($p: PartialDate!) { area(code: "x") { observation(indicator: "x", period: $p) { value } } }';
  const { errors } = await hub.ask(query, { p: "9".repeat(90_000) });
  expect(errors).toEqual([
    {
      message: expect.stringMatching(/^Variable "\$p" got invalid value "9{400,}…$/),
      locations: [{ line: 1, column: 7 }],
      extensions: {
        code: "BAD_USER_INPUT",
        messageIt: `Il valore "${"9".repeat(79)}…" non è una data.`,
        hint: "Write YYYY, YYYY-MM or YYYY-MM-DD; a half year is YYYY-S2, a quarter YYYY-Q3.",
        hintIt: "Scrivere AAAA, AAAA-MM oppure AAAA-MM-GG; un semestre è AAAA-S2, un trimestre AAAA-Q3.",
        requestId,
      },
    },
  ]);
  expect(errors?.[0]?.message).toHaveLength(500);
});

const codesOf = async (query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown[]> => {
  const { errors = [] } = await hub.ask(query, variables);
  return errors.map(({ extensions }) => extensions?.code);
};

const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 600 }), fc.base64String({ maxLength: 600 }));

test("any id is either valid or rejected as an id", async () => {
  const types = ["Area", "Centre", "Observation", "SourceRef", "Nothing", "__proto__", "constructor"];
  const id = fc.oneof(
    anyText,
    fc.tuple(fc.constantFrom(...types), anyText).map(([type, code]) => toGlobalId(type, code)),
  );
  await fc.assert(
    fc.asyncProperty(id, async (value) => {
      const codes = await codesOf("query($id: ID!) { node(id: $id) { id } }", { id: value });
      expect([[], ["INVALID_ID"]]).toContainEqual(codes);
    }),
    { numRuns: runs(200) },
  );
});

const lists = {
  areas: "query($after: String) { areas(first: 2, after: $after) { pageInfo { endCursor } } }",
  centres: "query($after: String) { centres(first: 2, after: $after) { pageInfo { endCursor } } }",
  observations:
    'query($after: String) { observations(first: 2, filter: { indicator: "residents" }, after: $after) { pageInfo { endCursor } } }',
};

test.each(Object.entries(lists))(
  "any cursor of %s is either valid or rejected as a cursor",
  async (list, query) => {
    const { data } = await hub.ask<Record<string, { pageInfo: { endCursor: string } }>>(query);
    const [form, print, position] = JSON.parse(
      Buffer.from(data![list]!.pageInfo.endCursor, "base64url").toString(),
    ) as [number, string, Record<string, string>];
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 100 });
    const parts = Object.fromEntries(
      Object.entries(position).map(([name, value]) => [
        name,
        fc.oneof(
          fc.constant(value),
          text,
          text.map((end) => value + end),
        ),
      ]),
    );
    const tampered = fc
      .tuple(fc.record(parts), fc.dictionary(text, text, { maxKeys: 2 }))
      .map(([known, others]) => JSON.stringify([form, print, { ...others, ...known }]))
      .map((cursor) => Buffer.from(cursor).toString("base64url"));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, tampered), async (after) => {
        expect([[], ["INVALID_CURSOR"]]).toContainEqual(await codesOf(query, { after }));
      }),
      { numRuns: runs(100) },
    );
  },
);

/** A store refuses keys above 2,048 and 1,024 bytes; `failing` until the storage knows that such a thing cannot exist. */
const endless = "x".repeat(5_000);

test("a code longer than any key is unknown", async () => {
  const query = "query($code: String!) { area(code: $code) { name } }";
  expect(await codesOf(query, { code: endless })).toEqual(["UNKNOWN_CODE"]);
  const filtered = "query($code: String!) { observations(filter: { area: $code }) { totalCount } }";
  expect(await codesOf(filtered, { code: endless })).toEqual(["UNKNOWN_CODE"]);
});

test("a cursor beyond the longest key is rejected", async () => {
  const { data } = await hub.ask<{ areas: { pageInfo: { endCursor: string } } }>(lists.areas);
  const cursor = Buffer.from(data!.areas.pageInfo.endCursor, "base64url").toString();
  const after = Buffer.from(cursor.replace(/"}]$/, `${"x".repeat(1_100)}"}]`)).toString("base64url");
  expect(await codesOf(lists.areas, { after })).toEqual(["INVALID_CURSOR"]);
});
