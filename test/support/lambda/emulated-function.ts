import { randomUUID } from "node:crypto";
import { type Instance, startInstance } from "./instance";
import { payloadBytes, type Result } from "./runtime-api";

/** What the template says of a function, as Lambda needs it. */
export interface FunctionSettings {
  readonly folder: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  /** Instances at most; `null` for no bound of its own. */
  readonly reserved: number | null;
  readonly environment: Readonly<Record<string, string>>;
}

/** One call, as the caller sees it, and what Lambda reports of it. */
export interface Outcome {
  /** The answer of the handler; `null` if there is none. */
  readonly answer: unknown;
  /** Why there is none; `null` if all is well. */
  readonly errorType: string | null;
  readonly coldStart: boolean;
  readonly startMs: number;
  readonly durationMs: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
  /** Of the answer, as JSON. */
  readonly bytes: number;
}

/** What Lambda counts of a function: the names of its metrics. */
interface Counts {
  Invocations: number;
  Errors: number;
  Throttles: number;
}

export interface EmulatedFunction {
  /** Calls it in an idle instance, or in a new one. */
  invoke(event: object): Promise<Outcome>;
  /** All lines of its log group so far, as CloudWatch has them. */
  readonly lines: string[];
  readonly counts: Counts;
  readonly instances: number;
  /** Ends all instances, as a deployment or a quiet night does. */
  stop(): void;
}

/** A function as Lambda runs it: instances that are kept and reused, at most so many, and each call with a line of its own in the log. */
export function emulatedFunction(settings: FunctionSettings): EmulatedFunction {
  const lines: string[] = [];
  const counts: Counts = { Invocations: 0, Errors: 0, Throttles: 0 };
  const idle: Instance[] = [];
  const all = new Set<Instance>();
  let busy = 0;

  /** As Lambda writes them with `LoggingFormat.JSON` at its usual level. */
  const platform = (type: string, record: object): void => {
    lines.push(JSON.stringify({ time: new Date().toISOString(), type, record }));
  };
  const ready = async (): Promise<{ readonly instance: Instance; readonly startMs: number }> => {
    const kept = idle.pop();
    if (kept?.isAlive) return { instance: kept, startMs: 0 };
    const began = performance.now();
    platform("platform.initStart", { initializationType: "on-demand", phase: "init" });
    const instance = await startInstance({ ...settings, log: (line) => lines.push(line) });
    all.add(instance);
    return { instance, startMs: performance.now() - began };
  };
  const report = (id: string, result: Result, metrics: object): void => {
    const status =
      "payload" in result
        ? { status: "success" }
        : { status: statusOf(result.errorType), errorType: result.errorType };
    platform("platform.report", { requestId: id, metrics, ...status });
  };
  const run = async (event: object): Promise<Outcome> => {
    const id = randomUUID();
    const { instance, startMs } = await ready();
    platform("platform.start", { requestId: id, version: "$LATEST" });
    const [began, cpuBefore] = [performance.now(), startMs > 0 ? 0 : instance.cpuMs()];
    const sent = JSON.stringify(event);
    if (Buffer.byteLength(sent) > payloadBytes.event)
      throw new Error("The event is larger than Lambda takes.");
    const result = instance.start ?? (await instance.invoke(sent, id, settings.timeoutMs));
    const durationMs = performance.now() - began;
    const peakBytes = instance.peakBytes();
    const cpuMs = instance.cpuMs() - cpuBefore;
    report(id, result, {
      durationMs: Math.round(durationMs),
      memorySizeMB: settings.memoryMb,
      maxMemoryUsedMB: Math.round(peakBytes / 1024 / 1024),
      ...(startMs > 0 && { initDurationMs: Math.round(startMs) }),
    });
    if (instance.isAlive) idle.push(instance);
    else all.delete(instance);
    const failed = "errorType" in result;
    if (failed) counts.Errors++;
    return {
      answer: failed ? null : JSON.parse(result.payload),
      errorType: failed ? result.errorType : null,
      coldStart: startMs > 0,
      bytes: failed ? 0 : Buffer.byteLength(result.payload),
      ...{ startMs, durationMs, cpuMs, peakBytes },
    };
  };
  return {
    lines,
    counts,
    get instances() {
      return all.size;
    },
    async invoke(event) {
      if (settings.reserved !== null && busy >= settings.reserved) {
        counts.Throttles++;
        return throttled;
      }
      busy++;
      counts.Invocations++;
      try {
        return await run(event);
      } finally {
        busy--;
      }
    },
    stop() {
      for (const instance of all) instance.kill();
      all.clear();
      idle.length = 0;
    },
  };
}

const statusOf = (errorType: string): string => (errorType === "Sandbox.Timedout" ? "timeout" : "error");

const throttled: Outcome = {
  answer: null,
  errorType: "TooManyRequestsException",
  coldStart: false,
  ...{ startMs: 0, durationMs: 0, cpuMs: 0, peakBytes: 0, bytes: 0 },
};
