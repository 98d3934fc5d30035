import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import type { StoreCall } from "../../storage/engine/store-call";

/** Where calls of the store become parts of a trace. */
export interface Traces {
  /** Another call of the function begins. */
  begin(): void;
  /** @param header what Lambda says of the trace: `Root=…;Parent=…;Sampled=1`. */
  send(call: StoreCall, header: string | undefined, requestId: string | null): void;
}

/** A trace has at most 500 kB: an import has more calls than that. What comes later is only counted by the meter. */
const mostOfCall = 200;

/** Before each part: the agent beside the function reads nothing else. */
const preamble = '{"format":"json","version":1}\n';

const none: Traces = { begin: () => undefined, send: () => undefined };

/** Traces to the agent of X-Ray beside a function, or nowhere without one: docs/decisions/0047. */
export function tracesTo(agent: string | undefined): Traces {
  const [, host, port] = /(?:^|udp:)([\d.]+):(\d+)/.exec(agent ?? "") ?? [];
  if (host === undefined) return none;
  // With an address and not a name, nothing is looked up: a part is sent at once, before Lambda may stop the process.
  const socket = createSocket({ type: "udp4", lookup: (address, _, found) => found(null, address, 4) });
  // A lost part is no fault of the request.
  socket.on("error", () => undefined);
  socket.bind();
  socket.unref();
  let sent = 0;
  return {
    begin() {
      sent = 0;
    },
    send(call, header, requestId) {
      const trace = sampled(header);
      if (trace === null || sent >= mostOfCall) return;
      sent += 1;
      socket.send(preamble + JSON.stringify(partOf(call, trace, requestId)), Number(port), host);
    },
  };
}

interface Trace {
  readonly root: string;
  readonly parent: string;
}

/** `null` for a trace that is not kept. */
function sampled(header = ""): Trace | null {
  const fields = Object.fromEntries(header.split(";").map((field) => field.split("=")));
  const { Root: root, Parent: parent, Sampled } = fields as Record<string, string | undefined>;
  return Sampled === "1" && root !== undefined && parent !== undefined ? { root, parent } : null;
}

/** A call as X-Ray describes one of an AWS service. The name of an error is enough: its text may have a key of the table. */
function partOf(call: StoreCall, { root, parent }: Trace, requestId: string | null): object {
  const { service, operation, table, startedAt, endedAt, attempts, status, error } = call;
  return {
    id: randomBytes(8).toString("hex"),
    type: "subsegment",
    trace_id: root,
    parent_id: parent,
    name: service,
    namespace: "aws",
    start_time: startedAt / 1_000,
    end_time: endedAt / 1_000,
    aws: { operation, ...(table !== null && { table_name: table }), retries: Math.max(0, attempts - 1) },
    ...(status !== null && { http: { response: { status } } }),
    ...(error !== null && {
      ...(status !== null && status < 500 ? { error: true } : { fault: true }),
      ...(/Throttl|TooManyRequests|ThroughputExceeded|LimitExceeded/.test(error) && { throttle: true }),
      annotations: { storeError: error, ...(requestId !== null && { requestId }) },
    }),
    ...(error === null && requestId !== null && { annotations: { requestId } }),
  };
}
