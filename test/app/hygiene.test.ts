import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { dataRoutes } from "../../src/app/data-routes";
import { exporter } from "../../src/app/exports/exporter";
import { fileFolder } from "../../src/storage/files/file-folder";
import { bearing, cityEditor } from "../support/callers";
import type { TestHub } from "../support/hub";
import { startHub } from "../support/hub";
import { askAs, type Role, savePartners } from "../support/partners";

let folder: string;
let hub: TestHub;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-hygiene-"));
  hub = await startHub({
    routes: dataRoutes({
      exportsOf: (parts) => exporter({ ...parts, files: fileFolder(folder) }),
      settings: null,
      publicUrl: null,
    }),
  });
  await savePartners(hub.table, hub.table.clock());
});
afterAll(() => rm(folder, { recursive: true }));

const json = { "content-type": "application/json" };
const long = "x".repeat(5_000);

test.each([
  `/exports/${long}`,
  `/exports/${long}.csv`,
  `/exports/versions/${long}/centres.csv`,
  `/exports/versions/1/${long}.csv`,
  `/exports/versions/..%2f..%2f${long}/x.csv`,
  `/exports/%00${long}`,
  `/playground/${long}.js`,
  `/hsds/services/${long}/x`,
  `/${long}`,
])("an address with a name of 5,000 characters is 404: %#", async (address) => {
  const response = await hub.request(address);
  expect([response.status, (await response.text()).includes("Internal")]).toEqual([404, false]);
});

test.each(["gzip", "br", "GZIP, identity"])(
  "a request body with content-encoding %s gets 415",
  async (encoding) => {
    const body = gzipSync(JSON.stringify({ query: "{ __typename }" }));
    const headers = { ...json, "content-encoding": encoding };
    const response = await hub.request("/graphql", { method: "POST", headers, body });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  },
);

test("a request body that says it is not encoded is read", async () => {
  const headers = { ...json, "content-encoding": "identity" };
  const body = JSON.stringify({ query: "{ __typename }" });
  expect((await hub.request("/graphql", { method: "POST", headers, body })).status).toBe(200);
});

const update = `mutation { updateCentre(input: { reason: "Test", code: "a:1", expectedVersion: 9, fields: { notes: "x" } }) { version } }`;

test.each<[string, object | "editor", string, number, string | null]>([
  ["a change without a key", {}, update, 401, "UNAUTHENTICATED"],
  ["keys without a key", {}, "{ apiKeys { totalCount } }", 401, "UNAUTHENTICATED"],
  ["a wrong key", { authorization: "Bearer no" }, "{ __typename }", 401, "UNAUTHENTICATED"],
  ["keys of others", "editor", '{ apiKeys(organization: "a") { totalCount } }', 403, "FORBIDDEN"],
  [
    "a part without a right",
    "editor",
    '{ apiKeys(organization: "a") { totalCount } __typename }',
    200,
    "FORBIDDEN",
  ],
  ["an error in the payload", "editor", update, 200, null],
])("%s has a fitting status", async (_, given, query, status, code) => {
  const headers = given === "editor" ? await bearing(hub.table, cityEditor) : given;
  const response = await hub.request("/graphql", {
    method: "POST",
    headers: { ...json, ...headers },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(status);
  expect(response.headers.get("www-authenticate")).toEqual(
    status === 401 ? expect.stringContaining("Bearer") : null,
  );
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  expect(errors?.[0]?.extensions.code ?? null).toBe(code);
});

test.each(["9999-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "0001-01-01T00:00:00Z"])(
  "opening hours of %s are an error of the caller",
  async (instant) => {
    for (const field of [
      `nextOpening(from: "${instant}") { opens }`,
      `isOpenAt(at: "${instant}") { state }`,
      `openingHours(from: "${instant}", to: "${instant}") { opens }`,
      `closures(from: "${instant}", to: "${instant}") { from }`,
    ]) {
      const { errors } = await hub.ask(`{ centre(code: "a:1") { ${field} } }`);
      expect([field, errors?.[0]?.extensions?.code]).toEqual([field, "BAD_USER_INPUT"]);
    }
  },
);

interface Payload {
  readonly version: number | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

async function updated(fields: object, reason = "Test", role: Role = "owner"): Promise<Payload> {
  const { data } = await askAs<{ centre: { recordState: { version: number } } }>(
    hub,
    role,
    '{ centre(code: "a:1") { recordState { version } } }',
  );
  const expectedVersion = data!.centre.recordState.version;
  const answer = await askAs<{ updateCentre: Payload }>(
    hub,
    role,
    "mutation ($input: UpdateCentreInput!) { updateCentre(input: $input) { version userErrors { code field } } }",
    { input: { code: "a:1", expectedVersion, fields, reason } },
  );
  return answer.data!.updateCentre;
}

const hiddenOnes = [
  "\u0000",
  "\u0007",
  "\u001f",
  "\u007f",
  "\u0085",
  "\u009f",
  "\u202a",
  "\u202e",
  "\u2066",
  "\u2069",
];

test.each([...hiddenOnes, "\n", "\t"].map((character) => [JSON.stringify(character), character]))(
  "a name with %s is rejected at its place",
  async (_, character) => {
    const { version, userErrors } = await updated({ name: `Casa${character}Uno` });
    expect({ version, userErrors }).toEqual({
      version: null,
      userErrors: [{ code: "INVALID_RECORD", field: ["input", "fields", "name"] }],
    });
  },
);

test("notes and reasons may have several lines, and no hidden characters", async () => {
  expect((await updated({ notes: "one\n\ttwo\r\nthree" }, "first\nsecond")).userErrors).toEqual([]);
  expect((await updated({ notes: "one\u202etwo" })).userErrors).toMatchObject([
    { field: ["input", "fields", "notes"] },
  ]);
  expect((await updated({ notes: "x" }, "a\u202eb")).userErrors).toEqual([
    { code: "BAD_USER_INPUT", field: ["input", "reason"] },
  ]);
  expect((await updated({ alert: { it: "a\u0000b" } })).userErrors[0]?.field).toEqual([
    "input",
    "fields",
    "alert",
    "it",
  ]);
});

test.each([10_001, 30_000, 90_000])(
  "a text of %i characters is rejected, one of 10,000 is stored",
  async (length) => {
    expect((await updated({ notes: "x".repeat(length) })).userErrors).toEqual([
      { code: "INVALID_RECORD", field: ["input", "fields", "notes"] },
    ]);
    expect((await updated({ notes: "y".repeat(10_000) })).userErrors).toEqual([]);
    expect((await updated({ notes: "z" }, "x".repeat(501))).userErrors).toEqual([
      { code: "BAD_USER_INPUT", field: ["input", "reason"] },
    ]);
  },
);
