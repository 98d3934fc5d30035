import { createServer, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { HubError } from "../../../src/domain/kit/errors";
import { endpointClient } from "../../../src/storage/engine/client";
import { createTableIfMissing } from "../../../src/storage/engine/create-table";
import { createDynaliteEngine } from "../../../src/storage/engine/dynalite-engine";
import type { Item } from "../../../src/storage/engine/key";
import { Table } from "../../../src/storage/engine/table";

type Body = Record<string, never>;
type Fault = (operation: string, body: Body) => { status: number; body: unknown } | null;

/** A real engine behind a real HTTP server that can misbehave, so that the SDK's own retries take part. */
async function startFaulty() {
  const engine = await createDynaliteEngine(null);
  const control: { fault: Fault } = { fault: () => null };
  const server: Server = createServer(async (request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".")[1]!;
    const body = (await json(request)) as Body;
    const answer = control.fault(operation, body) ?? (await engine.execute(operation, body));
    response
      .writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const client = endpointClient(`http://127.0.0.1:${port}`);
  await createTableIfMissing(client, "vicinato");
  const waits: number[] = [];
  const table = new Table("vicinato", client, async (ms) => void waits.push(ms));
  return { table, control, waits, stop: () => server.close() && server.closeAllConnections() };
}

let hub: Awaited<ReturnType<typeof startFaulty>>;
beforeAll(async () => {
  hub = await startFaulty();
});
beforeEach(() => {
  hub.control.fault = () => null;
  hub.waits.length = 0;
});
afterAll(() => hub.stop());

const items = (pk: string, count: number): Item[] =>
  Array.from({ length: count }, (_, i) => ({ pk, sk: String(i).padStart(3, "0") }));

test("keys that the engine leaves unprocessed are requested again until all are read", async () => {
  const wanted = items("get", 10);
  await hub.table.batchWrite({ puts: wanted });
  let rounds = 0;
  hub.control.fault = (operation) => {
    if (operation !== "BatchGetItem" || ++rounds > 2) return null;
    const Keys = wanted.map(({ pk, sk }) => ({ pk: { S: pk }, sk: { S: sk } }));
    return { status: 200, body: { Responses: {}, UnprocessedKeys: { vicinato: { Keys } } } };
  };
  expect(await hub.table.batchGet(wanted)).toHaveLength(10);
  expect(rounds).toBe(3);
  expect(hub.waits).toHaveLength(2);
});

test("items that the engine leaves unprocessed are written again", async () => {
  let rounds = 0;
  hub.control.fault = (operation, body) => {
    if (operation !== "BatchWriteItem" || ++rounds > 3) return null;
    return { status: 200, body: { UnprocessedItems: (body as { RequestItems?: unknown }).RequestItems } };
  };
  await hub.table.batchWrite({ puts: items("put", 5) });
  expect(await hub.table.count({ partition: "put" })).toBe(5);
  expect(hub.waits).toHaveLength(3);
});

test("an engine that never finishes a batch ends in a clear error, not in a loop", async () => {
  hub.control.fault = (operation, body) =>
    operation === "BatchWriteItem"
      ? { status: 200, body: { UnprocessedItems: (body as { RequestItems?: unknown }).RequestItems } }
      : null;
  const error = await hub.table.batchWrite({ puts: items("never", 3) }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(HubError);
  expect(error).toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    message: expect.stringContaining("3 of 3 items"),
  });
  expect(hub.waits).toHaveLength(7);
});

test("the SDK retries after a short throttling", async () => {
  await hub.table.put({ pk: "throttle", sk: "1" });
  let refused = 0;
  hub.control.fault = () =>
    refused++ < 1
      ? {
          status: 400,
          body: {
            __type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
            message: "slow down",
          },
        }
      : null;
  expect(await hub.table.get({ pk: "throttle", sk: "1" })).not.toBeNull();
});
