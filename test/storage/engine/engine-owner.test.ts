import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { chunks } from "../../../src/storage/engine/chunks";
import { embeddedClient } from "../../../src/storage/engine/client";
import { createTableIfMissing } from "../../../src/storage/engine/create-table";
import { openEmbeddedEngine } from "../../../src/storage/engine/embedded-engine";
import { storeErrorOf } from "../../../src/storage/engine/store-error";
import { Table } from "../../../src/storage/engine/table";
import type { PutCondition } from "../../../src/storage/engine/write-input";

let dataDir: string;
const owners: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterEach(async () => {
  for (const owner of owners.splice(0)) await killed(owner);
  await rm(dataDir, { recursive: true, force: true });
});

/** Another process that owns the folder, has written the key below, and shares it. */
async function startOwner(): Promise<ChildProcess> {
  const script = path.join(__dirname, "../../support/write-and-wait.ts");
  const owner = spawn(process.execPath, ["--import", "tsx", script, dataDir]);
  owners.push(owner);
  await new Promise<void>((resolve, reject) => {
    owner.stdout.on("data", (data) => String(data).includes("written") && resolve());
    owner.once("exit", () => reject(new Error("The owner ended before it wrote.")));
  });
  return owner;
}

async function killed(owner: ChildProcess): Promise<void> {
  if (owner.exitCode !== null || owner.signalCode !== null) return;
  owner.removeAllListeners("exit");
  const closed = new Promise((resolve) => owner.once("close", resolve));
  owner.kill("SIGKILL");
  await closed;
}

async function open({ share = false, waitMs = 60_000 } = {}) {
  const engine = await openEmbeddedEngine({ dataDir, share, waitMs });
  const client = embeddedClient(engine);
  await createTableIfMissing(client, "vicinato");
  return { table: new Table("vicinato", client), close: engine.close };
}

const key = { pk: "a", sk: "1" };

/** Two hundred writes, thirty-two at a time as an import does at most. */
async function writeMany(table: Table, pk = "many", condition?: PutCondition): Promise<void> {
  const items = Array.from({ length: 200 }, (_, i) => ({ pk, sk: String(i) }));
  for (const group of chunks(items, 32)) await Promise.all(group.map((item) => table.put(item, condition)));
}

test("a command that computes for a long time between two requests keeps its connection", async () => {
  await startOwner();
  const { table, close } = await open();
  await table.get(key);
  // Node closes idle connections after 5 s, and a process that computes does not hear of it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 7_000);
  const { $metadata, Item } = await table.client.send(new GetCommand({ TableName: "vicinato", Key: key }));
  expect([Item, $metadata.attempts]).toEqual([key, 1]);
  await close();
});

test("a command continues by itself when its hub is killed, and returns the data to the next hub", async () => {
  const owner = await startOwner();
  const { table, close } = await open();
  await table.get(key);
  await killed(owner);
  await writeMany(table);
  expect(await table.get(key)).toEqual(key);
  const hub = await open({ share: true, waitMs: 0 });
  await hub.table.put({ pk: "b", sk: "1" });
  expect(await table.get({ pk: "b", sk: "1" })).not.toBeNull();
  await close();
  expect((await hub.table.query({ partition: "many" }, 300)).items).toHaveLength(200);
  await hub.close();
});

test("a command continues with a restarted hub", async () => {
  const owner = await startOwner();
  const { table, close } = await open();
  await table.get(key);
  await killed(owner);
  await startOwner();
  await writeMany(table);
  await close();
  const another = await open({ waitMs: 100 });
  expect((await another.table.query({ partition: "many" }, 300)).items).toHaveLength(200);
  await another.close();
});

test("one of the commands that lose their hub replaces it, and the others continue through it", async () => {
  const owner = await startOwner();
  const others = await Promise.all([1, 2, 3].map(() => open({ share: true })));
  await Promise.all(others.map(({ table }) => table.get(key)));
  await killed(owner);
  await Promise.all(others.map(({ table }, i) => writeMany(table, `many${i}`)));
  for (const { table } of others)
    for (const i of others.keys())
      expect((await table.query({ partition: `many${i}` }, 300)).items).toHaveLength(200);
  for (const { close } of others) await close();
});

test("a hub that stops while a command writes loses nothing, and the command continues", async () => {
  const hub = await open({ share: true });
  const { table, close } = await open();
  await table.get(key);
  const writing = writeMany(table, "many", onlyOnce);
  await hub.close();
  await writing;
  expect((await table.query({ partition: "many" }, 300)).items).toHaveLength(200);
  await close();
});

const onlyOnce = {
  ConditionExpression: "attribute_not_exists(#pk)",
  ExpressionAttributeNames: { "#pk": "pk" },
};

test("a command without its hub, in a folder that another process holds, ends with a clear error", async () => {
  const owner = await startOwner();
  const { table, close } = await open({ waitMs: 300 });
  await table.get(key);
  await killed(owner);
  const holder = await open();
  const error = await table.get(key).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    message: `Another command is using ${dataDir}.`,
  });
  expect(storeErrorOf(error)).toBeNull();
  await holder.close();
  await close();
});
