import path from "node:path";
import type { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import registeredOperations from "../../schema/operations.json";
import { createEditing } from "../editing";
import type { Context } from "../graphql/kit/context";
import { buildHubSchema, printHubSchema } from "../graphql/schema";
import { createLoaders } from "../queries/kit/loaders";
import { nearestCodes } from "../queries/search/nearest-codes";
import { createRepositories, type Repositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { Answers } from "./answers/answers";
import { liveRecords, type Publication } from "./answers/publication";
import { createApollo } from "./apollo";
import { editorOf } from "./editor-of";
import type { RequestFacts } from "./graphql-route";
import { createHttpApp, type HttpApp } from "./http-app";
import type { Log } from "./log";
import { referencePage } from "./reference/reference-page";
import { requestLimits } from "./request-limits";
import { withTime } from "./request-time";

export interface Hub {
  readonly http: HttpApp;
  readonly repositories: Repositories;
  readonly apollo: ApolloServer<Context>;
  readonly answers: Answers;
  contextOf(request: RequestFacts): Context;
}

export interface HubOptions {
  readonly table: Table;
  readonly log: Log;
  /** SHA-256 of the editors' key, in hexadecimal; `null` if nobody may change records. */
  readonly editorKeyHash: string | null;
  /** The folder with the built playground; default `dist/playground` of this project. */
  readonly playgroundDir?: string;
  /** Milliseconds that an answer may take; 8,000 when absent. */
  readonly deadlineMs?: number;
  /** What is published. When absent, answers are made from the records as they are, and none is cached. */
  readonly publication?: Publication;
  /** Memory for cached answers, in bytes. */
  readonly cacheBytes?: number;
  /** Milliseconds since 1970, for answers that hold for a minute; the real time when absent. */
  readonly now?: () => number;
  /** Built here if absent: a process with several hubs builds it once. */
  readonly schema?: GraphQLSchema;
}

/** Composes the hub over a table, independent of how requests arrive. */
export function createHub({
  table,
  log,
  editorKeyHash,
  playgroundDir = builtPlayground,
  deadlineMs = requestLimits.deadlineMs,
  schema = buildHubSchema(),
  publication,
  cacheBytes,
  now,
}: HubOptions): Hub {
  const repositories = createRepositories(table);
  const answers = new Answers({
    publication: publication ?? liveRecords(repositories),
    operations: registeredOperations,
    ...(cacheBytes !== undefined && { cacheBytes }),
    ...(now !== undefined && { now }),
  });
  const apollo = createApollo(schema, log);
  const editing = createEditing(table, (items) => {
    for (const { key, reason } of items)
      log({ level: "error", message: `Left out ${key.pk} ${key.sk}: ${reason}` });
  });
  const contextOf = ({ requestId, authorization, work }: RequestFacts): Context =>
    withTime(
      {
        loaders: createLoaders(repositories, nearestCodes(repositories)),
        repositories,
        editing,
        editor: editorOf(authorization, editorKeyHash),
        requestId,
        work,
      },
      table.clock(),
    );
  const http = createHttpApp({
    server: apollo,
    contextOf,
    repositories,
    sdl: once(() => printHubSchema(schema)),
    reference: once(() => referencePage(schema)),
    playgroundDir,
    log,
    deadlineMs,
    answers,
  });
  return { http, repositories, apollo, answers, contextOf };
}

/** Built for the first request, so that a start does not wait for it. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const builtPlayground = path.resolve(__dirname, "../../dist/playground");
