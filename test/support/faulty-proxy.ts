import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What stores, networks and machines do to one request. */
export const faults = [
  "throttled",
  "exceeded",
  "failed",
  "broken",
  "resetBefore",
  "resetAfter",
  "slow",
  "partial",
  "undone",
] as const;
export type Fault = (typeof faults)[number];

/** How long a slow answer takes: longer than the client waits. */
const slowMs = 2_500;

export interface FaultyProxy {
  readonly url: string;
  /** How many requests came so far. */
  readonly count: number;
  /** What happens to the n-th request, from 0; `null` for nothing. */
  faultOf: (n: number, operation: string) => Fault | null;
  /** Nobody listens any more, until `listen`. */
  refuse(): Promise<void>;
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** HTTP between a client and a real engine, with faults at chosen requests: the same ones in every run. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let port = 0;
  const server = createServer((request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".")[1]!;
    const fault = proxy.faultOf(counter.count++, operation);
    answer(target, request, response, fault).catch(() => response.destroy());
  });
  const counter = { count: 0 };
  const proxy = {
    faultOf: (() => null) as FaultyProxy["faultOf"],
    refuse: () => stop(server),
    async listen() {
      await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
      port = (server.address() as AddressInfo).port;
    },
    close: () => stop(server),
  };
  await proxy.listen();
  return Object.defineProperties(proxy, {
    url: { get: () => `http://127.0.0.1:${port}` },
    count: { get: () => counter.count },
  }) as FaultyProxy;
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function answer(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault | null,
): Promise<void> {
  const body = await text(request);
  const send = (status: number, answered: string): void => {
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(answered);
  };
  const forward = async (asked: string): Promise<{ status: number; answered: string }> => {
    const headers = { "x-amz-target": String(request.headers["x-amz-target"]) };
    const forwarded = await fetch(target, { method: "POST", headers, body: asked });
    return { status: forwarded.status, answered: await forwarded.text() };
  };
  const refused = fault === null ? undefined : refusals[fault];
  if (refused !== undefined)
    return send(refused.status, JSON.stringify({ __type: refused.type, message: "no" }));
  // As a gateway before the store may: no JSON at all.
  if (fault === "broken") return send(500, "<html>Bad gateway");
  if (fault === "resetBefore") return void request.socket.resetAndDestroy();
  if (fault === "undone") return send(200, JSON.stringify(undone(body)));
  const { asked, left } = fault === "partial" ? halved(body) : { asked: body, left: {} };
  const { status, answered } = await forward(asked);
  if (fault === "resetAfter") return void request.socket.resetAndDestroy();
  if (fault === "slow") await new Promise((resolve) => setTimeout(resolve, slowMs));
  send(status, fault === "partial" ? JSON.stringify({ ...JSON.parse(answered), ...left }) : answered);
}

const refusals: Partial<Record<Fault, { readonly status: number; readonly type: string }>> = {
  throttled: { status: 400, type: "com.amazon.coral.availability#ThrottlingException" },
  exceeded: {
    status: 400,
    type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
  },
  failed: { status: 500, type: "com.amazonaws.dynamodb.v20120810#InternalServerError" },
};

/** The first half of a batch goes to the engine, the other half is given back; what is no batch goes whole. */
function halved(body: string): { readonly asked: string; readonly left: object } {
  const input = JSON.parse(body) as { RequestItems?: Record<string, unknown> };
  const [entry] = Object.entries(input.RequestItems ?? {});
  if (entry === undefined) return { asked: body, left: {} };
  const [table, batch] = entry;
  const isWrite = Array.isArray(batch);
  const all: readonly unknown[] = isWrite ? batch : (batch as { Keys: readonly unknown[] }).Keys;
  const half = Math.ceil(all.length / 2);
  const of = (part: readonly unknown[]) => (isWrite ? part : { ...(batch as object), Keys: part });
  const rest = all.length > half ? { [table]: of(all.slice(half)) } : {};
  return {
    asked: JSON.stringify({ ...input, RequestItems: { [table]: of(all.slice(0, half)) } }),
    left: isWrite ? { UnprocessedItems: rest } : { UnprocessedKeys: rest },
  };
}

const undone = (body: string): object => ({
  UnprocessedItems: (JSON.parse(body) as { readonly RequestItems: object }).RequestItems,
});
