import { randomUUID } from "node:crypto";
import { Hono, type Context as HonoContext, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { routePath } from "hono/route";
import { secureHeaders } from "hono/secure-headers";
import type { Caller } from "../domain/identity/caller";
import { problem } from "./answer";
import { compressedFrom, type HeaderList } from "./answers/stored-answer";
import { bounded } from "./bounded";
import type { FairUse } from "./fair-use/fair-use";
import { limited, type ServerBindings } from "./fair-use/limited";
import type { RequestAllowance } from "./fair-use/request-allowance";
import type { Authenticate } from "./identity/authenticate";
import { identified } from "./identity/identified";
import type { Log } from "./log";
import { metricLine } from "./observe/metrics";
import { metricsOf, Operation } from "./observe/operation";
import { openToEveryOrigin } from "./open-to-every-origin";
import { throughEdge } from "./through-edge";

type Variables = { requestId: string; caller: Caller; allowance: RequestAllowance; operation: Operation };

export type HttpApp = Hono<{ Bindings: ServerBindings; Variables: Variables }>;

interface BaseAppOptions {
  readonly log: Log;
  /** Nobody has a key without it, as in tests of others. */
  readonly authenticate?: Authenticate | undefined;
  /** Limits callers; nobody is limited without it. */
  readonly fairUse?: FairUse | undefined;
  /** Secrets of the edge; everybody may send requests if there are none. */
  readonly originSecrets?: readonly string[] | undefined;
}

/** An application without addresses, with what all answers share: log, headers, compression and final error handling. */
export function createBaseApp({ log, authenticate, fairUse, originSecrets = [] }: BaseAppOptions): HttpApp {
  const app: HttpApp = new Hono();
  app.use(logged(log));
  if (originSecrets.length > 0) app.use(throughEdge(originSecrets));
  for (const handler of shared) app.use(handler);
  app.use(compress({ threshold: compressedFrom }));
  app.use(bounded);
  if (authenticate !== undefined) app.use(identified(authenticate, fairUse));
  if (fairUse !== undefined) app.use(limited(fairUse));
  app.notFound((c) =>
    problem(
      404,
      "Not Found",
      `There is nothing at ${c.req.path}. Try /, /playground, /graphql, /hsds/, /schema, /schema.graphql or /status.`,
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

/** Where a policy lets every site frame an answer, the older header, which knows no exceptions, would contradict it. */
const framing: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.headers.get("content-security-policy")?.includes("frame-ancestors *"))
    c.header("x-frame-options", undefined);
};

/** The headers of every answer. */
const shared = [
  framing,
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
 * has the pattern of the route and not the path, no query string, headers, request body or address: they may be private.
 */
const logged =
  (log: Log) =>
  async (
    c: HonoContext<{ Bindings: ServerBindings; Variables: Variables }>,
    next: () => Promise<void>,
  ): Promise<void> => {
    const start = performance.now();
    const requestId = c.env?.requestContext?.requestId ?? randomUUID();
    c.set("requestId", requestId);
    c.set("operation", new Operation());
    await next();
    c.header("x-request-id", requestId);
    const ms = Math.round(performance.now() - start);
    const allowance = c.get("allowance");
    const line = {
      level: "info",
      message: "request",
      requestId,
      method: c.req.method,
      path: routePath(c, -1),
      status: c.res.status,
      ms,
      client: allowance?.pseudonym ?? null,
    } as const;
    if (c.env?.requestContext === undefined) return log(line);
    const edgeId = edgeIdOf(c.req.header("x-amz-cf-id"));
    log(metricLine({ ...line, edgeId }, await metricsOf(c, ms, allowance?.spent ?? 0)));
  };

/** The id by which the log of CloudFront knows the request; nothing else that a client may put there. */
const edgeIdOf = (header = ""): string | null => (/^[\w-]{54}==$/.test(header) ? header : null);
