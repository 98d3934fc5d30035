import type { ApolloServer, BaseContext } from "@apollo/server";
import type { Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { HubError } from "../domain/kit/errors";
import type { Context } from "../graphql/kit/context";
import type { Answers } from "./answers/answers";
import { createBaseApp, type HttpApp } from "./base-app";
import type { CompiledRoute } from "./compiled-route";
import type { FairUse } from "./fair-use/fair-use";
import { frontPageRoutes } from "./front-page";
import { jsonBodies, playgroundForPeople } from "./graphql-door";
import { type ContextOf, graphqlRoute, type Shortcuts } from "./graphql-route";
import type { Authenticate } from "./identity/authenticate";
import type { Log } from "./log";
import { pagePolicy } from "./page";
import { playgroundRoutes } from "./playground";
import { refusal } from "./refusal";
import { requestLimits } from "./request-limits";
import { type StatusParts, status } from "./status";

export interface HttpAppOptions {
  readonly server: ApolloServer<Context>;
  readonly compiled: CompiledRoute;
  readonly authenticate: Authenticate;
  readonly fairUse: FairUse | undefined;
  /** Secrets of the edge; everybody may send requests if there are none. */
  readonly originSecrets: readonly string[];
  readonly contextOf: ContextOf<Context>;
  readonly health: StatusParts;
  /** The schema as text. */
  readonly sdl: () => string;
  /** The schema as a page to read. */
  readonly reference: () => string;
  /** The folder with the built playground. */
  readonly playgroundDir: string;
  /** The folder with the built page. */
  readonly pageDir: string;
  readonly log: Log;
  /** Milliseconds that an answer may take. */
  readonly deadlineMs: number;
  readonly answers: Answers;
  /** What the hub gives besides GraphQL. */
  readonly routes: readonly Hono[];
}

/** Everything that the hub serves over HTTP: the same application on Lambda and on a local server. */
export function createHttpApp(options: HttpAppOptions): HttpApp {
  const { health, sdl, reference } = options;
  const app = createGraphqlApp({ ...options, door: [jsonBodies, playgroundForPeople] });
  app.get("/status", (c) => status(health, c.get("requestId")));
  app.get("/schema.graphql", etag(), (c) => c.text(sdl(), 200, { "cache-control": "no-cache" }));
  app.get("/schema", etag(), (c) =>
    c.html(reference(), 200, { "cache-control": "no-cache", "content-security-policy": pagePolicy }),
  );
  for (const more of options.routes) app.route("/", more);
  app.route("/", playgroundRoutes({ directory: options.playgroundDir }));
  app.route("/", frontPageRoutes({ directory: options.pageDir }));
  return app;
}

/** `/graphql` of any Apollo server, with its limits. */
export function createGraphqlApp<C extends BaseContext>({
  server,
  contextOf,
  log,
  authenticate,
  fairUse,
  originSecrets,
  deadlineMs = requestLimits.deadlineMs,
  door = [],
  ...shortcuts
}: Shortcuts<C> & {
  readonly server: ApolloServer<C>;
  readonly contextOf: ContextOf<C>;
  readonly log: Log;
  /** Apollo's own tests have no callers with keys. */
  readonly authenticate?: Authenticate;
  /** Nobody is limited without it. */
  readonly fairUse?: FairUse | undefined;
  readonly originSecrets?: readonly string[];
  readonly deadlineMs?: number;
  /** What may answer before Apollo does; Apollo's own tests know nothing of it. */
  readonly door?: readonly MiddlewareHandler[];
}): HttpApp {
  const app = createBaseApp({ log, authenticate, fairUse, originSecrets });
  app.use("/graphql", bodyLimit({ maxSize: requestLimits.bodyBytes, onError: () => tooLarge() }));
  for (const guard of door) app.use("/graphql", guard);
  app.all("/graphql", graphqlRoute(server, contextOf, deadlineMs, shortcuts));
  return app;
}

const tooLarge = (): Response =>
  refusal(413, new HubError("LIMIT_EXCEEDED", "requestBody", { most: requestLimits.bodyBytes }));
