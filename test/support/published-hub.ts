import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Publication } from "../../src/app/answers/publication";
import { createHub, type Hub } from "../../src/app/create-hub";
import type { LogEntry } from "../../src/app/log";
import { nodeListener } from "../../src/app/node-listener";
import { buildHubSchema } from "../../src/graphql/schema";
import type { Clock, Table } from "../../src/storage/engine/table";
import { starterTable } from "./starter-table";

/** A version that a test publishes by setting it. */
class TestPublication implements Publication {
  constructor(public now: number | null = 1) {}
  async look(): Promise<void> {}
  version(): number | null {
    return this.now;
  }
  dataVersion(): number | null {
    return this.now;
  }
  includes(version: number): boolean {
    return (this.now ?? 0) >= version;
  }
  async waitFor(version: number, milliseconds: number): Promise<boolean> {
    const end = performance.now() + milliseconds;
    while ((this.now ?? 0) < version && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return (this.now ?? 0) >= version;
  }
}

export interface PublishedHub {
  readonly hub: Hub;
  readonly table: Table;
  readonly publication: TestPublication;
  readonly logs: readonly LogEntry[];
  /** How many operations were run, so were not answered from what is kept. */
  runs(): number;
  /** Without a slash at the end. */
  readonly url: string;
  readonly server: Server;
  /** Milliseconds since 1970, as the cache takes them; a test may set them. */
  readonly time: { now: number | null };
  close(): Promise<void>;
}

const schema = buildHubSchema();

/** A hub with the starter data that answers from a published version, and listens as `npm start` does. */
export async function startPublishedHub({
  cacheBytes,
  clock,
}: {
  readonly cacheBytes?: number;
  readonly clock?: Clock;
} = {}): Promise<PublishedHub> {
  const publication = new TestPublication();
  const logs: LogEntry[] = [];
  const log = (entry: LogEntry): void => void logs.push(entry);
  const time: { now: number | null } = { now: null };
  const table = await starterTable(clock);
  const hub = createHub({
    table,
    log,
    schema,
    deadlineMs: 600_000,
    publication,
    now: () => time.now ?? Date.now(),
    ...(cacheBytes !== undefined && { cacheBytes }),
  });
  const run = jest.spyOn(hub.apollo, "executeHTTPGraphQLRequest");
  const { answers, http } = hub;
  const server = createServer(
    await nodeListener({ application: getRequestListener(http.fetch), answers, log }),
  );
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    hub,
    table,
    publication,
    logs,
    runs: () => run.mock.calls.length,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    time,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
