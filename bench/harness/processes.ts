import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another user, for a bench that runs as root. */
  readonly as?: { readonly uid: number; readonly gid: number };
}

const spawnOptions = ({ cwd, env, as }: Command) => ({ cwd, env: { ...process.env, ...env }, ...as });

/**
 * Runs a command to its end.
 * @returns what it wrote to its standard output.
 * @throws Error with the last lines that it said.
 */
export async function run(options: Command): Promise<string> {
  const { command, args } = options;
  const child = spawn(command, args, { ...spawnOptions(options), stdio: ["ignore", "pipe", "pipe"] });
  let [out, said] = ["", ""];
  child.stdout.on("data", (part) => {
    out += String(part);
    said = `${said}${part}`.slice(-2_000);
  });
  child.stderr.on("data", (part) => {
    said = `${said}${part}`.slice(-2_000);
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0)
    throw new Error(`${command} ended with ${code}: ${said.trim().split("\n").slice(-4).join(" / ")}`);
  return out;
}

export interface Server {
  readonly process: ChildProcess;
  /** With a signal that lets it end well. */
  stop(): Promise<void>;
}

/** What is still running when the bench is stopped. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

export interface ServerOptions extends Command {
  /** Whether it answers. */
  readonly answers: () => Promise<boolean>;
  /** How long it may take until it does, in milliseconds; default a minute. */
  readonly withinMs?: number;
  readonly signal?: NodeJS.Signals;
  /** A channel to the probe in it (probe.cjs). */
  readonly probed?: boolean;
}

/**
 * Starts a process that serves, and waits until it answers.
 * @throws Error with its last lines if it ends or does not answer in time.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { command, args, answers, withinMs = 60_000, signal = "SIGTERM", probed = false } = options;
  // Its log is dropped: the bench measures a hub that writes one, not a bench that reads it.
  const child = spawn(command, args, {
    ...spawnOptions(options),
    stdio: ["ignore", "ignore", "pipe", ...(probed ? (["ipc"] as const) : [])],
  });
  running.add(child);
  let [said, isOver] = ["", false];
  child.stderr!.on("data", (part) => {
    said = `${said}${part}`.slice(-2_000);
  });
  child.once("error", ({ message }) => {
    said += message;
    isOver = true;
  });
  const over = new Promise<void>((resolve) => {
    child.once("exit", () => {
      isOver = true;
      running.delete(child);
      resolve();
    });
  });
  const deadline = Date.now() + withinMs;
  while (!(await answers().catch(() => false))) {
    const why = isOver ? "ended" : Date.now() > deadline ? `did not answer in ${withinMs / 1_000} s` : null;
    if (why !== null) {
      child.kill("SIGKILL");
      throw new Error(`${command} ${why}: ${said.trim().split("\n").slice(-4).join(" / ")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    process: child,
    async stop() {
      child.kill(signal);
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await over;
      clearTimeout(late);
    },
  };
}

/** Free a moment ago: nothing else on the machine is expected to take it meanwhile. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
