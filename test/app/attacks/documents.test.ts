import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { startHub, type TestHub } from "../../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});

const json = { "content-type": "application/json" };
const post = (body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  hub.hub.http.request("/graphql", {
    method: "POST",
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  }) as Promise<Response>;

test("a document full of conflicting aliases is rejected with a few of its conflicts, in little time", async () => {
  const fields = Array.from(
    { length: 160 },
    (_, i) => `dataVersion { version: ${i % 2 ? "version" : "updatedAt"} }`,
  );
  const cpu = process.cpuUsage();
  const response = await post({ query: `{ ${fields.join(" ")} }` });
  const { user, system } = process.cpuUsage(cpu);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { message: string }[] };
  expect(errors.length).toBeLessThanOrEqual(6);
  expect(errors[0]!.message).toContain("conflict");
  // Of the processor: other tests do not count.
  expect((user + system) / 1_000).toBeLessThan(2_000);
});

test.each(["multipart/mixed", 'multipart/mixed; deferSpec="20220824"'])(
  "there is no answer in parts for %s",
  async (accept) => {
    expect((await post({ query: "{ __typename }" }, { accept })).status).toBe(406);
    const stream = await post({ query: "{ areas { nodes @stream(initialCount: 1) { code } } }" });
    expect(stream.status).toBe(400);
    expect(await stream.text()).toContain('Unknown directive \\"@stream\\"');
  },
);

const heap = (): number => {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
};

test("2,000 hashes of unknown operations register nothing and are kept nowhere", async () => {
  const before = heap();
  for (let i = 0; i < 2_000; i += 1) {
    const sha256Hash = String(i).padStart(64, "0");
    const response = await post({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
    if (i % 500 === 0) expect(await response.text()).toContain("PERSISTED_QUERY_NOT_FOUND");
  }
  const query = "{ __typename }";
  const persistedQuery = { version: 1, sha256Hash: "f".repeat(64) };
  await (await post({ query, extensions: { persistedQuery } })).text();
  expect(await (await post({ extensions: { persistedQuery } })).text()).toContain(
    "PERSISTED_QUERY_NOT_FOUND",
  );
  expect((heap() - before) / 1e6).toBeLessThan(30);
});

test("1,600 distinct documents take a bounded memory", async () => {
  const ask = async (from: number, count: number): Promise<void> => {
    for (let i = from; i < from + count; i += 1)
      await (await post({ query: `{ a${i}: __typename ${"b: __typename ".repeat(60)} }` })).text();
  };
  await ask(0, 800);
  const before = heap();
  await ask(800, 800);
  // Without a bound each document of about 200 nodes stays, with its plan and its answer: some 100 kB.
  expect((heap() - before) / 1e6).toBeLessThan(60);
});
