import { randomUUID } from "node:crypto";
import type { ApolloServer, BaseContext } from "@apollo/server";
import { Hono, type Context as HonoContext, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { HubError } from "../domain/kit/errors";
import type { Context } from "../graphql/kit/context";
import type { TableRepositories } from "../storage";
import { problem } from "./answer";
import type { Answers } from "./answers/answers";
import { compressedFrom, type HeaderList } from "./answers/stored-answer";
import type { CompiledRoute } from "./compiled-route";
import { jsonBodies, playgroundForPeople } from "./graphql-door";
import { type ContextOf, graphqlRoute, type Shortcuts } from "./graphql-route";
import type { HsdsOptions } from "./hsds/answer-to";
import { hsdsApp } from "./hsds/hsds-app";
import type { Log } from "./log";
import { openToEveryOrigin } from "./open-to-every-origin";
import { playgroundRoutes } from "./playground";
import { referencePolicy } from "./reference/reference-page";
import { refusal } from "./refusal";
import { requestLimits } from "./request-limits";
import { status } from "./status";

export interface HttpAppOptions {
  readonly server: ApolloServer<Context>;
  readonly compiled: CompiledRoute;
  readonly contextOf: ContextOf<Context>;
  readonly repositories: TableRepositories;
  /** The schema as text. */
  readonly sdl: () => string;
  /** The schema as a page to read. */
  readonly reference: () => string;
  /** The folder with the built playground. */
  readonly playgroundDir: string;
  readonly log: Log;
  /** Milliseconds that an answer may take. */
  readonly deadlineMs: number;
  readonly answers: Answers;
  /** What the hub gives besides GraphQL. */
  readonly routes: readonly Hono[];
  /** What the API in the form of HSDS reads. */
  readonly version: HsdsOptions["version"];
  /** The description of that API as text. */
  readonly hsdsDescription: () => string;
}

/** What API Gateway adds to the request; absent on other servers. */
type Bindings = {
  readonly requestContext?: { readonly requestId?: string; readonly http?: { readonly sourceIp?: string } };
};
type Variables = { requestId: string };

export type HttpApp = Hono<{ Bindings: Bindings; Variables: Variables }>;

/** Everything that the hub serves over HTTP: the same application on Lambda and on a local server. */
export function createHttpApp(options: HttpAppOptions): HttpApp {
  const { repositories, sdl, reference, log } = options;
  const app = createGraphqlApp({ ...options, door: [jsonBodies, playgroundForPeople] });
  app.get("/status", (c) => status(repositories, log, c.get("requestId")));
  app.get("/schema.graphql", etag(), (c) => c.text(sdl(), 200, { "cache-control": "no-cache" }));
  app.get("/schema", etag(), (c) =>
    c.html(reference(), 200, { "cache-control": "no-cache", "content-security-policy": referencePolicy }),
  );
  for (const more of options.routes) app.route("/", more);
  app.route("/", hsdsApp({ ...options, description: options.hsdsDescription }));
  app.route("/", playgroundRoutes({ directory: options.playgroundDir }));
  app.get("/", (c) => c.redirect("playground/"));
  return app;
}

/** `/graphql` of any Apollo server, with what all answers share: log, headers, limits and final error handling. */
export function createGraphqlApp<C extends BaseContext>({
  server,
  contextOf,
  log,
  deadlineMs = requestLimits.deadlineMs,
  door = [],
  ...shortcuts
}: Shortcuts<C> & {
  readonly server: ApolloServer<C>;
  readonly contextOf: ContextOf<C>;
  readonly log: Log;
  readonly deadlineMs?: number;
  /** What may answer before Apollo does; Apollo's own tests know nothing of it. */
  readonly door?: readonly MiddlewareHandler[];
}): HttpApp {
  const app: HttpApp = new Hono();
  app.use(logged(log));
  for (const handler of shared) app.use(handler);
  app.use(compress({ threshold: compressedFrom }));
  app.use("/graphql", bodyLimit({ maxSize: requestLimits.bodyBytes, onError: () => tooLarge() }));
  for (const guard of door) app.use("/graphql", guard);
  app.all("/graphql", graphqlRoute(server, contextOf, deadlineMs, shortcuts));
  app.notFound((c) =>
    problem(
      404,
      "Not Found",
      `There is nothing at ${c.req.path}. Try /playground, /graphql, /hsds/, /schema, /schema.graphql or /status.`,
    ),
  );
  app.onError((error, c) => {
    log({ level: "error", message: "A request failed.", requestId: c.get("requestId"), error: error.stack });
    return problem(
      500,
      "Internal Server Error",
      `Something went wrong in the hub. Request id: ${c.get("requestId")}.`,
    );
  });
  return app;
}

/** The headers of every answer. */
const shared = [
  secureHeaders({ crossOriginResourcePolicy: "cross-origin", xFrameOptions: "DENY" }),
  openToEveryOrigin,
] as const;

/** The headers that every answer of the application has, for answers that are sent without it. */
export async function sharedHeaders(): Promise<HeaderList> {
  const app = new Hono();
  for (const handler of shared) app.use(handler);
  app.get("/", (c) => c.body(null));
  return [...(await app.request("/")).headers];
}

/**
 * Gives each request an id, which the gateway's log shares, and writes one line for it (AGID RAC_GEN_LOG_01). The line
 * never has the query string, headers or request body, which may be private.
 */
const logged =
  (log: Log) =>
  async (
    c: HonoContext<{ Bindings: Bindings; Variables: Variables }>,
    next: () => Promise<void>,
  ): Promise<void> => {
    const start = performance.now();
    const requestId = c.env?.requestContext?.requestId ?? randomUUID();
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    log({
      level: "info",
      message: "request",
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - start),
      ip: c.env?.requestContext?.http?.sourceIp ?? null,
    });
  };

const tooLarge = (): Response =>
  refusal(413, new HubError("LIMIT_EXCEEDED", "requestBody", { most: requestLimits.bodyBytes }));
