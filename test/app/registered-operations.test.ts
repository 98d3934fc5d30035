import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getOperationAST, parse, print } from "graphql";
import registered from "../../schema/operations.json";
import { documentsIn, registeredOperations } from "../../src/app/answers/register-operations";
import { pageDocuments, pageOperationsFolder } from "../../src/web/page-operations";
import { examples, examplesFolder } from "../support/examples";
import { type PublishedHub, startPublishedHub } from "../support/published-hub";
import { type Answered, rawRequest } from "../support/raw-request";

let hub: PublishedHub;
beforeAll(async () => {
  hub = await startPublishedHub();
});
afterAll(() => hub.close());

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const extensionsOf = (sha256Hash: string, version = 1) => ({ persistedQuery: { version, sha256Hash } });

const get = (
  parameters: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Answered> => {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return rawRequest(hub.url, { method: "GET", path: `/graphql?${new URLSearchParams(texts)}`, headers });
};
const post = (body: object): Promise<Answered> =>
  rawRequest(hub.url, {
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const bodyOf = ({ body }: Answered): unknown => JSON.parse(body.toString());

const neighbourhood = examples.find(({ name }) => name === "06-neighbourhood")!;
const text = print(parse(neighbourhood.query));

test("the committed operations are the queries of the examples and of the page: run `npm run schema` after changing one", () => {
  const file = path.resolve(examplesFolder, "../operations.json");
  const ofPage = [...pageDocuments().values()];
  expect(ofPage).toHaveLength(
    readdirSync(pageOperationsFolder).filter((name) => /\.graphql$/.test(name)).length,
  );
  expect(readFileSync(file, "utf8")).toBe(registeredOperations([...documentsIn(examplesFolder), ...ofPage]));
  const queries = [...examples.map(({ query }) => parse(query)), ...ofPage].filter(
    (query) => getOperationAST(query)?.operation === "query",
  );
  expect(Object.values(registered).sort()).toEqual(queries.map(print).sort());
  for (const [hash, operation] of Object.entries(registered)) expect(hash).toBe(hashOf(operation));
});

test("an operation has the same answer by hash as by text, and it is kept", async () => {
  const { variables } = neighbourhood;
  const inFull = await post({ query: text, variables });
  const before = hub.runs();
  const byHash = { extensions: extensionsOf(hashOf(text)), variables };
  for (const answer of [await get(byHash), await get(byHash), await post(byHash)])
    expect(bodyOf(answer)).toEqual(bodyOf(inFull));
  expect((await get(byHash)).headers["cache-control"]).toContain("max-age=5");
  expect(hub.runs()).toBe(before);
});

test("other variables have another answer", async () => {
  const extensions = extensionsOf(hashOf(text));
  const [name] = Object.keys(neighbourhood.variables);
  const one = await get({ extensions, variables: { ...neighbourhood.variables, [name!]: "nil:1" } });
  const two = await get({ extensions, variables: { ...neighbourhood.variables, [name!]: "nil:2" } });
  expect(one.headers.etag).not.toBe(two.headers.etag);
});

test("a browser gets the answer to a hash, not the playground", async () => {
  const answer = await get(
    { extensions: extensionsOf(hashOf(text)), variables: neighbourhood.variables },
    { accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
  );
  expect(answer.status).toBe(200);
});

test("an unknown hash is answered as Apollo Server does, and not kept", async () => {
  for (const ask of [get, post]) {
    const answer = await ask({ extensions: extensionsOf("0".repeat(64)) });
    expect([answer.status, answer.headers["cache-control"], bodyOf(answer)]).toEqual([
      200,
      "no-store",
      {
        errors: [
          {
            message: "PersistedQueryNotFound",
            extensions: expect.objectContaining({
              code: "PERSISTED_QUERY_NOT_FOUND",
              messageIt: "L'operazione non è registrata con questo hash.",
            }),
          },
        ],
      },
    ]);
  }
});

test("a client cannot register an operation, but its text is answered", async () => {
  const query = '{ area(code: "nil:1") { name } }';
  const extensions = extensionsOf(hashOf(query));
  expect(bodyOf(await post({ query, extensions }))).toMatchObject({ data: { area: { name: "DUOMO" } } });
  expect(bodyOf(await get({ query, extensions }))).toMatchObject({ data: { area: { name: "DUOMO" } } });
  expect(bodyOf(await get({ extensions }))).toMatchObject({
    errors: [{ message: "PersistedQueryNotFound" }],
  });
});

test.each(["toString", "__proto__", "constructor"])("the hash %s is unknown", async (hash) => {
  expect(bodyOf(await post({ extensions: extensionsOf(hash) }))).toMatchObject({
    errors: [{ message: "PersistedQueryNotFound" }],
  });
});

test("another form of persisted queries is not supported", async () => {
  expect(bodyOf(await post({ extensions: extensionsOf(hashOf(text), 2) }))).toMatchObject({
    errors: [{ message: "PersistedQueryNotSupported" }],
  });
});
