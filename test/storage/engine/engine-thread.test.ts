import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { embeddedClient } from "../../../src/storage/engine/client";
import { createTableIfMissing } from "../../../src/storage/engine/create-table";
import { openEmbeddedEngine } from "../../../src/storage/engine/embedded-engine";
import { Table } from "../../../src/storage/engine/table";

const thread = path.resolve(__dirname, "../../../dist/server/engine.thread.js");

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function open(options: { readonly thread?: string } = { thread }) {
  const engine = await openEmbeddedEngine({ dataDir, share: true, ...options });
  const client = embeddedClient(engine);
  await createTableIfMissing(client, "vicinato");
  return { table: new Table("vicinato", client), engine };
}

const key = { pk: "a", sk: "1" };

test("what a thread has written is there for the next owner, in a thread or not", async () => {
  const first = await open();
  await first.table.put(key);
  await first.engine.close();
  await first.engine.close();
  const second = await open({});
  expect(await second.table.get(key)).toEqual(key);
  await second.engine.close();
});

test("a thread that ends takes its requests with it; the next one goes to a new thread", async () => {
  const { table, engine } = await open();
  await table.put(key);
  const broken = { headers: { "x-amz-target": "DynamoDB_20120810.GetItem" }, body: "no JSON" };
  await expect(engine.requestHandler.handle(broken as never)).rejects.toThrow("has ended");
  expect(await table.get(key)).toEqual(key);
  await engine.close();
});

test("the caller goes on while the engine works", async () => {
  const turns = { thread: 0, caller: 0 };
  for (const where of ["thread", "caller"] as const) {
    const { table, engine } = await open(where === "thread" ? { thread } : {});
    const puts = Array.from({ length: 1_000 }, (_, i) => ({ pk: "many", sk: `${i}`, text: "x".repeat(900) }));
    await table.batchWrite({ puts });
    const scan = table.client.send(new ScanCommand({ TableName: "vicinato", Select: "COUNT" }));
    let working = true;
    void scan.finally(() => {
      working = false;
    });
    while (working) {
      await new Promise((resolve) => setImmediate(resolve));
      turns[where]++;
    }
    await engine.close();
  }
  expect(turns.thread).toBeGreaterThan(10 * turns.caller);
});
