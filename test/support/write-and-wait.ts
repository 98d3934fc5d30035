import path from "node:path";
import { embeddedClient } from "../../src/storage/engine/client";
import { createTableIfMissing } from "../../src/storage/engine/create-table";
import { openEmbeddedEngine } from "../../src/storage/engine/embedded-engine";
import { Table } from "../../src/storage/engine/table";

const thread = path.resolve(__dirname, "../../dist/server/engine.thread.js");

/** A process to be killed, with the data in a thread: writes one item into the folder of its first argument, says so, and never ends. */
async function main(dataDir: string): Promise<void> {
  const client = embeddedClient(await openEmbeddedEngine({ dataDir, share: true, thread: { file: thread } }));
  await createTableIfMissing(client, "vicinato");
  await new Table("vicinato", client).put({ pk: "a", sk: "1" });
  console.log("written");
  setInterval(() => undefined, 1000);
}

main(process.argv[2]!);
