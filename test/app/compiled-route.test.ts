import { createApollo } from "../../src/app/apollo";
import { CompiledRoute } from "../../src/app/compiled-route";
import type { ContextOf } from "../../src/app/graphql-route";
import { createGraphqlApp } from "../../src/app/http-app";
import type { Context } from "../../src/graphql/kit/context";
import { countFields } from "../../src/graphql/kit/count-fields";
import { askedRepeatedly, newlyWritten, received } from "../support/asked-repeatedly";
import { drill } from "../support/drill";
import { randomDocument } from "../support/random-documents";
import { seededRandom } from "../support/seeded-random";
import { type Fault, noFault, syntheticSchema } from "../support/synthetic-schema";

const { seed, numRuns } = drill(1_000, 150);

const contextFrom: ContextOf<Context> = ({ work, requestId }) => ({ work, requestId }) as Context;

/** `/graphql` over the synthetic schema, with everything around it. */
function served(fault?: Fault, contextOf = contextFrom) {
  const schema = countFields(syntheticSchema(fault));
  const compiled = new CompiledRoute(schema, 600_000);
  const app = createGraphqlApp<Context>({
    server: createApollo(schema, () => undefined, [compiled.plugin]),
    compiled,
    contextOf,
    log: () => undefined,
  });
  const request = async (url: string, init?: RequestInit): Promise<Response> => app.request(url, init);
  return { request, schema };
}

test(`${numRuns} random queries over HTTP: the third answer has the bytes of the first, with its cost`, async () => {
  // What is kept for the version is read from the fourth on.
  const records = { isShared: (_: unknown) => false } as Context["records"];
  const { request, schema } = served(undefined, (facts) => ({ ...contextFrom(facts), records }) as Context);
  const random = seededRandom(seed);
  let compiled = 0;
  for (let run = 0; run < numRuns; run += 1) {
    const made = randomDocument(schema, random);
    const { answers, isCompiled } = await askedRepeatedly(request, made);
    expect({ ...made, ...answers[1] }).toEqual({ ...made, ...answers[0] });
    expect({ ...made, ...answers[2] }).toEqual({ ...made, ...answers[0] });
    const { errors, extensions } = JSON.parse(answers[0]!.body) as Record<string, unknown>;
    expect({ ...made, isCompiled }).toEqual({ ...made, isCompiled: errors === undefined });
    if (isCompiled) expect(extensions).toHaveProperty("cost.fields");
    compiled += Number(isCompiled);
  }
  expect(compiled).toBeGreaterThan(numRuns / 2);
});

const query = "query ($code: ID!) { place(code: $code) { name } }";

test("a page that is not in memory is loaded by graphql-js; the operation is tried again at once", async () => {
  let isLoaded = true;
  const { request } = served((field) => {
    if (field !== "Place.name" || isLoaded) return noFault;
    throw Object.assign(new Error("not in memory"), { name: "NotLoaded" });
  });
  const sent = { query: '{ count place(code: "a") { name } }' };
  expect((await askedRepeatedly(request, sent)).isCompiled).toBe(true);
  isLoaded = false;
  expect((await received(request, sent)).body).toContain("errors");
  isLoaded = true;
  await received(request, sent);
  expect(newlyWritten()).toBe(1);
});

test("an operation that bails is not tried twice; with variables it is tried again after a pause that doubles", async () => {
  let isFaulty = false;
  const tries: string[] = [];
  const { request } = served((field) => {
    tries.push(field);
    return isFaulty && field === "Place.name" ? new Error("a fault") : noFault;
  });
  const fixed = { query: '{ place(code: "a") { name } }' };
  const varied = { query, variables: { code: "a" } };
  await askedRepeatedly(request, fixed);
  await askedRepeatedly(request, varied);
  isFaulty = true;
  const triesOf = async (sent: typeof fixed, count: number): Promise<number[]> => {
    const counts: number[] = [];
    for (let i = 0; i < count; i += 1) {
      tries.length = 0;
      await received(request, sent);
      counts.push(tries.length / 2);
    }
    return counts;
  };
  expect(await triesOf(fixed, 4)).toEqual([2, 1, 1, 1]);
  expect(await triesOf(varied, 9)).toEqual([2, 1, 2, 1, 1, 2, 1, 1, 1]);
  isFaulty = false;
  await triesOf(varied, 2);
  newlyWritten();
  await received(request, varied);
  expect(newlyWritten()).toBe(1);
  await received(request, fixed);
  expect(newlyWritten()).toBe(0);
});

test("variables that do not fit, or cost too much, are rejected as by Apollo", async () => {
  const { request } = served();
  const query =
    "query ($n: Int = 3, $filter: Filter) { places(first: $n, filter: $filter) { children(first: $n) { name } } }";
  const fitting = await askedRepeatedly(request, { query, variables: { n: 2 } });
  expect(fitting.isCompiled).toBe(true);
  for (const variables of [{ n: null }, { n: "two" }, { filter: { needed: null } }, { n: 4_000 }]) {
    const answer = await received(request, { query, variables });
    const { request: ofApollo } = served();
    expect(answer).toEqual(await received(ofApollo, { query, variables }));
    expect(answer.body).toMatch(/^\{"errors"/);
  }
});

test("a context that cannot be made is reported by Apollo", async () => {
  let isDown = false;
  const { request } = served(undefined, async (facts) => {
    if (isDown) throw new Error("the store does not answer");
    return contextFrom(facts);
  });
  const sent = { query: "{ count }" };
  expect((await askedRepeatedly(request, sent)).isCompiled).toBe(true);
  isDown = true;
  const { status, body } = await received(request, sent);
  expect([status, body]).toEqual([500, expect.stringContaining("INTERNAL_SERVER_ERROR")]);
});
