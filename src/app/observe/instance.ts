import type { StoreCall } from "../../storage/engine/store-call";
import type { Table } from "../../storage/engine/table";
import type { Env } from "../env";
import { jsonLog, type Log } from "../log";
import { metricLine } from "./metrics";
import { type Traces, tracesTo } from "./traces";

interface InstanceOptions {
  readonly env: Pick<Env, "dimensions">;
  /** Lambda changes them with each call. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Past the console of Lambda, which would put the line as text into a line of its own, at level INFO. */
  readonly write?: (line: string) => void;
  readonly traces?: Traces;
}

/**
 * One instance of a function at Lambda. It does one call at a time: what it notes is of that call, whoever wrote the line or asked the
 * store.
 */
export class Instance {
  readonly log: Log;
  #isNew = true;
  #table: Pick<Table, "meter"> | null = null;
  #readBefore = 0;
  #callId: string | null = null;
  readonly #variables: InstanceOptions["variables"];
  readonly #traces: Traces;

  constructor({ env, variables, write = toOutput, traces }: InstanceOptions) {
    this.#variables = variables;
    this.#traces = traces ?? tracesTo(variables.AWS_XRAY_DAEMON_ADDRESS);
    const plain = jsonLog(write, () => new Date(), env.dimensions);
    this.log = (entry) => plain("Requests" in entry ? this.#counted(entry) : this.#ofCall(entry));
  }

  /** Sends a call of the store to X-Ray, as part of the trace of the call that is going on. */
  readonly onCall = (call: StoreCall): void => {
    this.#traces.send(call, this.#variables._X_AMZN_TRACE_ID, this.#callId);
  };

  /** Counts the units that are read from now on. */
  reads(table: Pick<Table, "meter">): void {
    this.#table = table;
  }

  /** A handler of requests: the application writes their lines, with the id of the gateway. */
  answering<E extends object, C, A>(handler: (event: E, context?: C) => Promise<A>) {
    return (event: E, context?: C): Promise<A> => {
      this.#begin(gatewayId(event) ?? null);
      return handler(event, context);
    };
  }

  /** Any other handler, with a line for each of its calls. */
  working<E, C, A>(handler: (event: E, context: C) => Promise<A>) {
    return async (event: E, context?: C): Promise<A> => {
      const start = performance.now();
      this.#begin(lambdaId(context) ?? null);
      let Faults = 1;
      try {
        const answer = await handler(event, context as C);
        Faults = 0;
        return answer;
      } finally {
        const Milliseconds = Math.round(performance.now() - start);
        this.log(metricLine({ level: "info", message: "run" }, { Requests: 1, Faults, Milliseconds }));
      }
    };
  }

  #begin(callId: string | null): void {
    this.#callId = callId;
    this.#traces.begin();
  }

  #ofCall<T extends object>(entry: T) {
    return { requestId: this.#callId, ...entry };
  }

  /** The line of a request or run, with what the instance knows of it. */
  #counted<T extends object>(entry: T) {
    const read = this.#table?.meter.readUnits ?? 0;
    const numbers = { ColdStarts: this.#isNew ? 1 : 0, ReadUnits: read - this.#readBefore };
    this.#isNew = false;
    this.#readBefore = read;
    const traceId = rootOf(this.#variables._X_AMZN_TRACE_ID);
    return metricLine({ ...this.#ofCall(entry), traceId }, numbers);
  }
}

/** Output that is written when the call returns: a pipe takes it at once. */
const toOutput = (line: string): void => void process.stdout.write(`${line}\n`);

const rootOf = (header = ""): string | null => /Root=([\w-]+)/.exec(header)?.[1] ?? null;

const gatewayId = (event: object): string | undefined =>
  (event as { readonly requestContext?: { readonly requestId?: string } }).requestContext?.requestId;

const lambdaId = (context: unknown): string | undefined =>
  (context as { readonly awsRequestId?: string } | undefined)?.awsRequestId;
