import { readFileSync } from "node:fs";
import path from "node:path";
import type { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { createEditing } from "../editing";
import type { Context } from "../graphql/kit/context";
import { buildHubSchema } from "../graphql/schema";
import { createLoaders } from "../queries/kit/loaders";
import { nearestCodes } from "../queries/search/nearest-codes";
import { createRepositories, type Repositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { createApollo } from "./apollo";
import { editorOf } from "./editor-of";
import type { RequestFacts } from "./graphql-route";
import { createHttpApp, type HttpApp } from "./http-app";
import type { Log } from "./log";
import { referencePage } from "./reference/reference-page";
import { requestLimits } from "./request-limits";

export interface Hub {
  readonly http: HttpApp;
  readonly repositories: Repositories;
  readonly apollo: ApolloServer<Context>;
  contextOf(request: RequestFacts): Context;
}

export interface HubOptions {
  readonly table: Table;
  readonly log: Log;
  /** SHA-256 of the editors' key, in hexadecimal; `null` if nobody may change records. */
  readonly editorKeyHash: string | null;
  /** The folder with the built playground; default `dist/playground` of this project. */
  readonly playgroundDir?: string;
  /** The file with the schema as text; default `schema/schema.graphql` of this project, which a test compares with the schema. */
  readonly sdlFile?: string;
  /** Milliseconds that an answer may take; 8,000 when absent. */
  readonly deadlineMs?: number;
  /** Built here if absent: a process with several hubs builds it once. */
  readonly schema?: GraphQLSchema;
}

/** Composes the hub over a table, independent of how requests arrive. */
export function createHub({
  table,
  log,
  editorKeyHash,
  playgroundDir = builtPlayground,
  sdlFile = committedSdl,
  deadlineMs = requestLimits.deadlineMs,
  schema = buildHubSchema(),
}: HubOptions): Hub {
  const repositories = createRepositories(table);
  const apollo = createApollo(schema, log);
  const editing = createEditing(table, (items) => {
    for (const { key, reason } of items)
      log({ level: "error", message: `Left out ${key.pk} ${key.sk}: ${reason}` });
  });
  const contextOf = ({ requestId, authorization, work }: RequestFacts): Context => ({
    loaders: createLoaders(repositories, nearestCodes(repositories)),
    repositories,
    editing,
    editor: editorOf(authorization, editorKeyHash),
    receivedAt: table.clock(),
    requestId,
    work,
  });
  const http = createHttpApp({
    server: apollo,
    contextOf,
    repositories,
    sdl: once(() => readFileSync(sdlFile, "utf8")),
    reference: once(() => referencePage(schema)),
    playgroundDir,
    log,
    deadlineMs,
  });
  return { http, repositories, apollo, contextOf };
}

/** Built for the first request, so that a start does not wait for it. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const committedSdl = path.resolve(__dirname, "../../schema/schema.graphql");
const builtPlayground = path.resolve(__dirname, "../../dist/playground");
