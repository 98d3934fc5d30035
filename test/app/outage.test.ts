import type { Table } from "../../src/storage/engine/table";
import { hubOver } from "../support/hub";
import { starterTable } from "../support/starter-table";

const question = "{ __typename areas(first: 2) { nodes { name } } }";

/** Asks the hub itself: the test hub looks for a version before each request. */
const asked = async (hub: ReturnType<typeof hubOver>["hub"], query = question) => {
  const response = await hub.http.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return { response, answer: await response.json() };
};

const away = () =>
  Promise.reject(Object.assign(new Error("Rate exceeded"), { name: "ThrottlingException", $metadata: {} }));

/** A store that fails in one way. */
const faults: Readonly<Record<string, (table: Table) => void>> = {
  "does not answer": (table) => void Object.assign(table, { get: away, batchGet: away, query: away }),
  "has no page": (table) => void Object.assign(table, { batchGet: async () => [] }),
  "has damaged pages": (table) => {
    const batchGet = table.batchGet.bind(table);
    Object.assign(table, {
      batchGet: async (...given: Parameters<typeof batchGet>) =>
        (await batchGet(...given)).map((item) => ({ ...item, bytes: Buffer.from("{") })),
    });
  },
};

test.each(Object.entries(faults))("a store that %s: the error says when to try again", async (_, fail) => {
  const table = await starterTable();
  const { hub } = hubOver(table, {});
  fail(table);
  const { response, answer } = await asked(hub);
  expect(answer.data).toEqual({ __typename: "Query", areas: null });
  expect(answer.errors).toMatchObject([{ path: ["areas"], extensions: { code: "SERVICE_UNAVAILABLE" } }]);
  expect(response.headers.get("retry-after")).toBe("10");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("what is in memory is answered for a minute while the store is away, and then not any more", async () => {
  const table = await starterTable();
  const { hub } = hubOver(table, {});
  const { answer } = await asked(hub);
  faults["does not answer"]!(table);
  const start = performance.now();
  const now = jest.spyOn(performance, "now");
  try {
    now.mockReturnValue(start + 50_000);
    expect((await asked(hub)).answer.data).toEqual(answer.data);
    now.mockReturnValue(start + 70_000);
    expect((await asked(hub)).answer.errors).toMatchObject([{ extensions: { code: "SERVICE_UNAVAILABLE" } }]);
  } finally {
    now.mockRestore();
  }
});
