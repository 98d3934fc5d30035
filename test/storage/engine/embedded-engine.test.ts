import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { embeddedClient } from "../../../src/storage/engine/client";
import { createTableIfMissing } from "../../../src/storage/engine/create-table";
import { type EmbeddedEngineOptions, openEmbeddedEngine } from "../../../src/storage/engine/embedded-engine";
import { Table } from "../../../src/storage/engine/table";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function open(options: Partial<EmbeddedEngineOptions> = {}) {
  const engine = await openEmbeddedEngine({ dataDir, share: true, ...options });
  const client = embeddedClient(engine);
  await createTableIfMissing(client, "vicinato");
  return { table: new Table("vicinato", client), close: engine.close };
}

const key = { pk: "a", sk: "1" };

test("data outlives the process that wrote it", async () => {
  const first = await open();
  await first.table.put(key);
  await first.close();
  const second = await open();
  expect(await second.table.get(key)).toEqual(key);
  await second.close();
});

test("data survives SIGKILL, and the dead owner's socket is replaced", async () => {
  const child = spawn(process.execPath, [
    "--import",
    "tsx",
    path.join(__dirname, "../../support/write-and-wait.ts"),
    dataDir,
  ]);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (data) => String(data).includes("written") && resolve());
    child.on("exit", () => reject(new Error("The child ended before it wrote.")));
  });
  child.removeAllListeners("exit");
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));
  const { table, close } = await open();
  expect(await table.get(key)).toEqual(key);
  await close();
});

test("a server shares its data with a command, and each sees the writes of the other", async () => {
  const server = await open();
  const command = await open({ share: false });
  await command.table.put(key);
  expect(await server.table.get(key)).toEqual(key);
  await server.table.put({ pk: "b", sk: "1" });
  expect(await command.table.get({ pk: "b", sk: "1" })).not.toBeNull();
  await command.close();
  await server.close();
});

test("a second command waits for the first, and reports when that takes too long", async () => {
  const first = await open({ share: false });
  await expect(open({ share: false, waitMs: 150 })).rejects.toThrow("Another command is using");
  const second = open({ share: false, waitMs: 600_000 });
  await first.close();
  await (await second).close();
});

test("a folder with a path too long for a socket is rejected with a reason", async () => {
  await expect(open({ dataDir: path.join(dataDir, "x".repeat(120)) })).rejects.toThrow(
    "is too long for a socket",
  );
});

test("an unknown operation is rejected as by DynamoDB", async () => {
  const { table, close } = await open({ dataDir: null });
  const { TransactGetCommand } = await import("@aws-sdk/lib-dynamodb");
  const read = table.client.send(
    new TransactGetCommand({ TransactItems: [{ Get: { TableName: "vicinato", Key: key } }] }),
  );
  await expect(read).rejects.toThrow(expect.objectContaining({ name: "UnknownOperationException" }));
  await close();
});
