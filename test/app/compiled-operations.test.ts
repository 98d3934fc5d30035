import { buildHubSchema } from "../../src/graphql/schema";
import { askedRepeatedly, newlyWritten, received } from "../support/asked-repeatedly";
import { drill } from "../support/drill";
import { examples } from "../support/examples";
import { hubOver, startHub } from "../support/hub";
import { knownCodes } from "../support/known-codes";
import { randomOperation } from "../support/random-operations";
import { seededRandom } from "../support/seeded-random";
import { cloneTable } from "../support/starter-table";

const { seed, numRuns } = drill(2_000, 40);
const clock = () => "2026-11-28T12:00:00.000Z";

test(`${numRuns} random operations are answered alike by Apollo and by their compiled form`, async () => {
  const hub = await startHub({ starter: true, clock, cacheBytes: 0 });
  const codes = await knownCodes(hub);
  const schema = buildHubSchema();
  const random = seededRandom(seed);
  for (let run = 0; run < numRuns; run += 1) {
    const query = randomOperation({ schema, random, codes });
    const { answers } = await askedRepeatedly(hub.request, { query });
    // The first may read what the others remember.
    expect({ query, ...answers[2] }).toEqual({ query, ...answers[1] });
    const data = answers.map(({ body }) => (JSON.parse(body) as { data?: unknown }).data);
    expect(data[1]).toEqual(data[0]);
  }
});

/** Asking all of them three times takes a minute. */
const asked = examples.filter((_, i) => numRuns === 2_000 || i % 8 === 0);

test(`${asked.length} examples are answered alike by Apollo and by their compiled form`, async () => {
  const { request } = hubOver(await cloneTable(clock), { cacheBytes: 0 });
  for (const { name, query, variables } of asked) {
    if (/^mutation /m.test(query)) continue;
    const { answers } = await askedRepeatedly(request, { query, variables });
    expect({ name, ...answers[2] }).toEqual({ name, ...answers[1] });
  }
});

const cost = "query ($query: String!) { costOf(query: $query) { accepted units unitsAt } }";
const cheap = { query: "{ areas { nodes { code } } }" };

test("what is asked a third time is written by the compiled operation, with the same bytes and headers", async () => {
  const { request } = await startHub({ cacheBytes: 0 });
  for (const accept of ["*/*", "application/graphql-response+json, application/json;q=0.9"]) {
    const query = `${cost} # ${accept}`;
    const { answers, isCompiled } = await askedRepeatedly(request, { query, variables: cheap }, { accept });
    expect(isCompiled).toBe(true);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  }
});

test("an operation that fails with other variables is answered by Apollo, with its errors", async () => {
  const { request } = await startHub({ cacheBytes: 0 });
  await askedRepeatedly(request, { query: cost, variables: cheap });
  const wrong = { query: cost, variables: { query: "{ nothing" } };
  const { answers } = await askedRepeatedly(request, wrong);
  expect(JSON.parse(answers[2]!.body)).toMatchObject({
    data: { costOf: null },
    errors: [{ path: ["costOf"] }],
  });
  expect(answers[2]).toEqual(answers[1]);
  const refused = await received(request, { query: cost, variables: {} });
  expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('Variable \\"$query\\"')]);
});

test("a GET is answered as a POST of the same text, and a malformed one as by Apollo", async () => {
  const { request } = await startHub({ cacheBytes: 0 });
  const { answers } = await askedRepeatedly(request, { query: cost, variables: cheap });
  const parameters = { query: cost, variables: JSON.stringify(cheap) };
  const get = async (search: string) => (await request(`/graphql?${search}`)).text();
  expect(await get(`${new URLSearchParams(parameters)}`)).toBe(answers[2]!.body);
  expect(newlyWritten()).toBe(1);
  for (const variables of ["[]", "null", "{", '"text"'])
    expect(await get(`${new URLSearchParams({ query: cost, variables })}`)).toContain("errors");
  expect(await get(`${new URLSearchParams(parameters)}&query=twice`)).toContain("only be specified once");
  expect(newlyWritten()).toBe(0);
});
