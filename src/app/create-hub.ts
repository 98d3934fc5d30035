import path from "node:path";
import type { ApolloServer } from "@apollo/server";
import { createEditing } from "../editing";
import type { Context } from "../graphql/context";
import { buildHubSchema, printHubSchema } from "../graphql/schema";
import { createLoaders } from "../queries/kit/loaders";
import { createRepositories, type Repositories } from "../storage";
import type { Table } from "../storage/table";
import { createApollo } from "./apollo";
import { editorOf } from "./editor-of";
import type { RequestFacts } from "./graphql-route";
import { createHttpApp, type HttpApp } from "./http-app";
import type { Log } from "./log";

export interface Hub {
  readonly http: HttpApp;
  readonly repositories: Repositories;
  readonly apollo: ApolloServer<Context>;
  /** Makes the context of one request. */
  contextOf(request: RequestFacts): Context;
}

export interface HubOptions {
  readonly table: Table;
  readonly log: Log;
  /** SHA-256 of the key of the editors, in hexadecimal; `null` where nobody may change anything. */
  readonly editorKeyHash: string | null;
  /** The folder with the built playground; default `dist/playground` of this project. */
  readonly playgroundDir?: string;
}

/** Puts the hub together over a table. Nothing here knows how requests come in. */
export function createHub({ table, log, editorKeyHash, playgroundDir = builtPlayground }: HubOptions): Hub {
  const repositories = createRepositories(table);
  const schema = buildHubSchema();
  const apollo = createApollo(schema, log);
  const editing = createEditing(table);
  const contextOf = ({ requestId, authorization }: RequestFacts): Context => ({
    loaders: createLoaders(repositories),
    repositories,
    editing,
    editor: editorOf(authorization, editorKeyHash),
    receivedAt: table.clock(),
    requestId,
  });
  const http = createHttpApp({
    server: apollo,
    contextOf,
    repositories,
    sdl: printHubSchema(schema),
    playgroundDir,
    log,
  });
  return { http, repositories, apollo, contextOf };
}

const builtPlayground = path.resolve(__dirname, "../../dist/playground");
