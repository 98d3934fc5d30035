import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { envNames } from "../../../src/app/env";
import { embeddedClient } from "../../../src/storage/engine/client";
import { createTableIfMissing } from "../../../src/storage/engine/create-table";
import { openEmbeddedEngine } from "../../../src/storage/engine/embedded-engine";
import { Table } from "../../../src/storage/engine/table";

const server = path.resolve(__dirname, "../../../dist/server");
const thread = { file: path.join(server, "engine.thread.js") };

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function open(options: { readonly thread?: typeof thread } = { thread }) {
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

test("a command works while the process that owns the data computes", async () => {
  const { table, engine } = await open();
  const puts = Array.from({ length: 1_000 }, (_, i) => ({ pk: "many", sk: `${i}` }));
  await table.batchWrite({ puts });
  // Synchronous: this thread does nothing else until the command has ended.
  const { stdout } = spawnSync(process.execPath, [path.join(server, "projections.cli.js"), "verify"], {
    env: { ...process.env, [envNames.dataDir]: dataDir },
  });
  expect(String(stdout)).toMatch(/drifted/);
  await engine.close();
});
