import { bearing, cityEditor } from "../support/callers";
import { type PublishedHub, startPublishedHub } from "../support/published-hub";
import { type Answered, rawRequest } from "../support/raw-request";

let hub: PublishedHub;
beforeAll(async () => {
  hub = await startPublishedHub();
});
afterAll(() => hub.close());
afterEach(() => {
  hub.time.now = null;
});

const get = (query: string, headers: Record<string, string> = {}): Promise<Answered> =>
  rawRequest(hub.url, { method: "GET", path: `/graphql?query=${encodeURIComponent(query)}`, headers });

/** How often the operation was run for three requests. */
async function runsOf(query: string): Promise<number> {
  const before = hub.runs();
  for (const _ of [1, 2, 3]) {
    const { status, body } = await get(query);
    expect([status, JSON.parse(body.toString())]).toEqual([
      200,
      expect.not.objectContaining({ errors: expect.anything() }),
    ]);
  }
  return hub.runs() - before;
}

const counts = "measures: [CENTRES], groupBy: [AREA], level: DISTRICT";
const timed = `{ aggregate(input: { ${counts} }) { on } }`;

test.each([
  ["the version of the data", "{ dataVersion { version } }"],
  ["the changes", "{ changes(first: 2) { totalCount } }"],
  ["a history", '{ area(code: "nil:1") { recordState { history(first: 1) { totalCount } } } }'],
])("%s is read at each request", async (_, query) => {
  expect(await runsOf(query)).toBe(3);
});

test("an earlier state is read at each request", async () => {
  const { body } = await get("{ centres(first: 1) { nodes { code recordState { version updatedAt } } } }");
  const [{ code, recordState }] = JSON.parse(body.toString()).data.centres.nodes;
  const edit = `mutation { updateCentre(input: { reason: "Test", code: "${code}", expectedVersion: ${recordState.version},
    fields: { name: "Changed" } }) { isChanged } }`;
  const edited = await rawRequest(hub.url, {
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", ...(await bearing(hub.table, cityEditor)) },
    body: JSON.stringify({ query: edit }),
  });
  expect(JSON.parse(edited.body.toString()).data).toEqual({ updateCentre: { isChanged: true } });
  expect(await runsOf(`{ centre(code: "${code}", asOf: "${recordState.updatedAt}") { name } }`)).toBe(3);
});

test.each([
  ["records", '{ area(code: "nil:1") { name city { name } } }'],
  ["lists", "{ centres(first: 5) { nodes { code services { code } } } }"],
  ["counts on a given day", `{ aggregate(input: { ${counts}, on: "2026-01-01" }) { on } }`],
  ["the schema", "{ __schema { queryType { name } } }"],
])("%s are read once", async (_, query) => {
  expect(await runsOf(query)).toBe(1);
});

test("what depends on the time of the request holds until the end of the minute", async () => {
  const minute = Date.parse("2026-11-28T12:00:00Z");
  hub.time.now = minute + 59_000;
  const start = hub.runs();
  const first = await get(timed);
  hub.time.now = minute + 59_999;
  const second = await get(timed);
  expect(second.body.equals(first.body)).toBe(true);
  expect(second.headers["cache-control"]).toBe("no-cache");
  expect((await get(timed, { "if-none-match": first.headers.etag! })).status).toBe(304);
  expect(hub.runs()).toBe(start + 1);
  hub.time.now = minute + 60_000;
  await get(timed);
  expect(hub.runs()).toBe(start + 2);
});
