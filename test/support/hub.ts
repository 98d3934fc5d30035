import type { GraphQLFormattedError } from "graphql";
import { createHub, type Hub, type HubOptions } from "../../src/app/create-hub";
import { dataRoutes, type MoreRoutes } from "../../src/app/data-routes";
import type { FairUse } from "../../src/app/fair-use/fair-use";
import type { LogEntry } from "../../src/app/log";
import { buildHubSchema } from "../../src/graphql/schema";
import { refresh } from "../../src/projections/refresh";
import type { Clock, Table } from "../../src/storage/engine/table";
import { snapshotsOf } from "../../src/storage/snapshots/snapshot-store";
import { bearing, cityEditor, type TestCaller } from "./callers";
import { demoTable, starterTable } from "./starter-table";
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
  /** As `ask`, with the key of an editor. */
  edit<Data = Record<string, unknown>>(
    mutation: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Answer<Data>>;
  /** As `ask`, with a key of a caller. */
  askAs<Data = Record<string, unknown>>(
    caller: TestCaller,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Answer<Data>>;
  /** Any HTTP request, without a port. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

export interface TestHubOptions {
  /** The starter data of `data/`, with the demonstration beside it where that is asked for; otherwise the table is empty. */
  readonly starter?: boolean | "demo";
  /** The folder with a built playground. */
  readonly playgroundDir?: string;
  /** The folder with a built page. */
  readonly pageDir?: string;
  /** Milliseconds that an answer may take; by default so many that no test depends on the speed of the machine. */
  readonly deadlineMs?: number;
  /** Memory for cached answers, in bytes: 0 for a test that asks the same question again and again. */
  readonly cacheBytes?: number;
  /** What it gives besides GraphQL; HSDS if absent. */
  readonly routes?: MoreRoutes;
  /** Whether webhooks may go to this machine, and what to call when one may be due. */
  readonly webhooks?: HubOptions["webhooks"];
  /** Limits callers; nobody is limited if absent. */
  readonly fairUse?: FairUse | undefined;
  /** What the hub takes for the time; the real one when absent. */
  readonly clock?: Clock;
}

/** Publishes what a test wrote by itself, as the stream of the table does, and looks at what other processes published. */
async function publishWrites(table: Table): Promise<void> {
  // Of requests at the same time each waits for the publication that the first of them began.
  const turn = (publishing.get(table) ?? Promise.resolve()).then(async () => {
    if (!table.unpublished.isEmpty) await refresh(table, [], { now: table.clock() });
    await snapshotsOf(table).look();
  });
  publishing.set(
    table,
    turn.catch(() => undefined),
  );
  return turn;
}

const publishing = new WeakMap<Table, Promise<void>>();

const schema = buildHubSchema();

/** The whole hub on a table in memory; nothing to close. */
export async function startHub({
  starter = false,
  playgroundDir,
  clock,
  cacheBytes,
  routes,
  webhooks,
}: TestHubOptions = {}): Promise<TestHub> {
  const tables = { true: starterTable, demo: demoTable, false: startTable };
  const table = await tables[`${starter}`](clock);
  return hubOver(table, {
    ...(playgroundDir !== undefined && { playgroundDir }),
    ...(cacheBytes !== undefined && { cacheBytes }),
    ...(routes && { routes }),
    ...(webhooks && { webhooks }),
  });
}

/** The whole hub on a table that is there. */
export function hubOver(
  table: Table,
  {
    playgroundDir,
    pageDir,
    cacheBytes,
    routes = dataRoutes({ exportsOf: null, settings: null, publicUrl: null }),
    deadlineMs = 600_000,
    fairUse,
    webhooks,
  }: Pick<
    TestHubOptions,
    "cacheBytes" | "deadlineMs" | "fairUse" | "pageDir" | "playgroundDir" | "routes" | "webhooks"
  >,
): TestHub {
  const logs: LogEntry[] = [];
  const hub = createHub({
    table,
    log: (entry) => logs.push(entry),
    schema,
    deadlineMs,
    fairUse,
    ...(playgroundDir !== undefined && { playgroundDir }),
    ...(pageDir !== undefined && { pageDir }),
    ...(cacheBytes !== undefined && { cacheBytes }),
    ...(webhooks && { webhooks }),
    routes,
  });
  const request = async (url: string, init?: RequestInit): Promise<Response> => {
    await hub.published.settled();
    await publishWrites(table);
    return hub.http.request(url, init);
  };
  const post = async <Data>(query: string, variables: object | undefined, headers: object) => {
    const response = await request("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query, variables }),
    });
    // What an answer costs changes with the code; test/app/cost.test.ts compares it.
    const { extensions: _, ...answer } = (await response.json()) as Answer<Data> & { extensions?: object };
    return answer as Answer<Data>;
  };
  return {
    hub,
    table,
    logs,
    request,
    ask: (query, variables) => post(query, variables, {}),
    edit: async (mutation, variables) => post(mutation, variables, await bearing(table, cityEditor)),
    askAs: async (caller, query, variables) => post(query, variables, await bearing(table, caller)),
  };
}
