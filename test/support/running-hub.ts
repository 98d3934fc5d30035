import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(__dirname, "../..");

/** A command of the project as a process of its own: as the bundle of the server has it (test/runner/built-server.js). */
export const startCommand = (
  command: "ingest.cli" | "keys.cli" | "local" | "projections.cli",
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess =>
  spawn(process.execPath, [`dist/server/${command}.js`, ...args], {
    cwd: root,
    // Without data/published, which takes long to load.
    env: { ...process.env, VICINATO_SEED_DIR: path.join(root, "data"), ...environment },
  });

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** All that a process said, and its exit code. */
export function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ["", ""];
  child.stdout!.on("data", (data) => {
    out += String(data);
  });
  child.stderr!.on("data", (data) => {
    err += String(data);
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

export interface RunningHub {
  readonly url: string;
  readonly pid: number;
  ask<Data>(query: string): Promise<Data>;
  /** As Ctrl+C does. @returns the exit code. */
  stop(): Promise<number | null>;
}

/** `npm start` on a data folder or an engine, with a port of its own. */
export async function startRunningHub(environment: Readonly<Record<string, string>>): Promise<RunningHub> {
  const child = startCommand("local", [], { ...environment, PORT: "0" });
  const end = ended(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on("data", (data) => {
      const found = /http:\/\/localhost:\d+\/graphql/.exec(String(data));
      if (found) resolve(found[0]);
    });
    void end.then(({ code, err }) => reject(new Error(`The hub ended with ${code}: ${err}`)));
  });
  return {
    url,
    pid: child.pid!,
    async ask<Data>(query: string): Promise<Data> {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    async stop() {
      child.kill("SIGINT");
      return (await end).code;
    },
  };
}
