import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { envNames } from "../src/app/env";

/**
 * `npm run bench:start`: how long a hub needs from nothing to its first answer, as a multiple of the start of an empty Node in
 * the same run. First on a new data folder, then on the same one.
 */
const root = path.resolve(__dirname, "..");
const runs = 5;

const timed = async (act: () => Promise<void>): Promise<number> => {
  const before = performance.now();
  await act();
  return performance.now() - before;
};

const emptyNode = (): Promise<number> =>
  timed(async () => {
    await once(spawn(process.execPath, ["-e", "0"]), "exit");
  });

/** As `npm start` does, until the hub says where it answers. */
async function started(dataDir: string): Promise<number> {
  let hub: ChildProcess | undefined;
  const milliseconds = await timed(async () => {
    const child = spawn(process.execPath, ["dist/server/local.js"], {
      cwd: root,
      env: { ...process.env, [envNames.dataDir]: dataDir, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    hub = child;
    let said = "";
    for await (const part of child.stdout) {
      said += String(part);
      if (said.includes("answers at")) break;
    }
  });
  hub!.kill("SIGINT");
  await once(hub!, "exit");
  return milliseconds;
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

async function main(): Promise<void> {
  const times: Record<"empty" | "first" | "later", number[]> = { empty: [], first: [], later: [] };
  for (let run = 0; run < runs; run++) {
    const folder = await mkdtemp(path.join(tmpdir(), "vicinato-start-"));
    times.empty.push(await emptyNode());
    times.first.push(await started(path.join(folder, "data")));
    times.later.push(await started(path.join(folder, "data")));
    await rm(folder, { recursive: true, force: true });
  }
  const empty = middle(times.empty);
  for (const which of ["first", "later"] as const) {
    const time = middle(times[which]);
    console.log(`${which} start: ${(time / empty).toFixed(1)} times an empty Node, ${Math.round(time)} ms`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
