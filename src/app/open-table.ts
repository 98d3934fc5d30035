import { attempts, awsClient, embeddedClient, endpointClient } from "../storage/engine/client";
import { createTableIfMissing } from "../storage/engine/create-table";
import { openEmbeddedEngine } from "../storage/engine/embedded-engine";
import type { EngineThread } from "../storage/engine/engine-thread";
import type { OnCall } from "../storage/engine/store-call";
import { Table } from "../storage/engine/table";
import type { Engine } from "./env";

export interface OpenTable {
  readonly table: Table;
  /** Closes the engine or the connections. */
  close(): Promise<void>;
}

export interface TableLocation {
  /** Of an embedded engine: `dataDir` null keeps the data in memory. */
  readonly engine: Engine | { readonly kind: "embedded"; readonly dataDir: null };
  readonly tableName: string;
}

interface Opening {
  readonly share: boolean;
  readonly patient?: boolean;
  readonly thread?: EngineThread;
  readonly onCall?: OnCall;
}

/**
 * Opens the table that the environment names. It is created in a local engine; at AWS the stack creates it.
 * @param share whether other processes of the same user may use an embedded table meanwhile: a server lets them, a
 * command makes them wait.
 * @param thread holds an embedded table; a server has one, so that commands do not delay its requests.
 * @param onCall gets each call of a table at AWS when it is over.
 * @param patient whether a failed call is repeated for some more seconds: nobody waits for one call of a command.
 */
export async function openTable(
  { engine, tableName }: TableLocation,
  { share, patient = false, thread, onCall }: Opening,
): Promise<OpenTable> {
  const most = patient ? attempts.command : attempts.request;
  if (engine.kind === "aws") return opened(tableName, awsClient(most, onCall));
  if (engine.kind === "endpoint") {
    const client = endpointClient(engine.url, most);
    if (!new URL(engine.url).hostname.endsWith(".amazonaws.com"))
      await createTableIfMissing(client, tableName);
    return opened(tableName, client);
  }
  const embedded = await openEmbeddedEngine({ dataDir: engine.dataDir, share, ...(thread && { thread }) });
  const client = embeddedClient(embedded);
  await createTableIfMissing(client, tableName);
  return {
    table: new Table(tableName, client),
    async close() {
      client.destroy();
      await embedded.close();
    },
  };
}

const opened = (tableName: string, client: Table["client"]): OpenTable => ({
  table: new Table(tableName, client),
  close: async () => client.destroy(),
});
