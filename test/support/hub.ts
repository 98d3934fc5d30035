import path from "node:path";
import type { GraphQLFormattedError } from "graphql";
import { createHub, type Hub } from "../../src/app/create-hub";
import type { LogEntry } from "../../src/app/log";
import { loadStarter } from "../../src/ingest/starter";
import type { Table } from "../../src/storage/table";
import { startTable } from "./test-table";

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

export interface TestHub {
  readonly hub: Hub;
  readonly table: Table;
  /** Every line of the log so far. */
  readonly logs: readonly LogEntry[];
  /** Asks over HTTP, as a client does; the type argument says what `data` holds where a test looks into it. */
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Answer<Data>>;
  /** Any HTTP request, without a port. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

export interface TestHubOptions {
  /** Loads the starter data of `data/`; otherwise the table is empty. */
  readonly starter?: boolean;
  /** The folder with a built playground. */
  readonly playgroundDir?: string;
}

/** The whole hub on a table in memory; nothing to close. */
export async function startHub({ starter = false, playgroundDir }: TestHubOptions = {}): Promise<TestHub> {
  const table = await startTable();
  if (starter) await loadStarter(table, path.resolve(__dirname, "../../data"), "2026-01-01T00:00:00.000Z");
  const logs: LogEntry[] = [];
  const hub = createHub({
    table,
    log: (entry) => logs.push(entry),
    ...(playgroundDir !== undefined && { playgroundDir }),
  });
  const request = async (url: string, init?: RequestInit): Promise<Response> => hub.http.request(url, init);
  return {
    hub,
    table,
    logs,
    request,
    async ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>) {
      const response = await request("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      return response.json() as Promise<Answer<Data>>;
    },
  };
}
