import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { envNames } from "../../src/app/env";
import { cityFacts } from "../city/facts";
import { writeSeedFolder } from "../city/seed-folder";
import { freePort, run, type Server, startServer } from "./processes";

export const root = path.resolve(__dirname, "../..");

/** A city in a data folder that a hub has loaded and published, and the seeds from which it did. */
export interface LoadedCity {
  readonly dataDir: string;
  readonly seedDir: string;
}

/** Builds what `npm start` runs, if something changed. */
export const buildHub = (): Promise<string> =>
  run({ command: process.execPath, args: ["tools/build-what-changed.js"], cwd: root });

const loadingMs = 60 * 60_000;

/**
 * The city at a scale, as the hub itself loads it at its first start: minutes for a large one. It is kept for later runs of
 * the same build in the folder for temporary files.
 * @param hasPlaces whether areas have boundaries and centres have positions.
 * @throws Error if the hub refuses so much data or takes longer than twenty minutes.
 */
export async function loadedCity(scale: number, hasPlaces = false): Promise<LoadedCity> {
  const kept = path.join(tmpdir(), "vicinato-bench");
  const folder = path.join(kept, await keyOfBuild(), `city-${scale}${hasPlaces ? "-placed" : ""}`);
  const city = { dataDir: path.join(folder, "data"), seedDir: path.join(folder, "seeds") };
  if (await stat(folder).catch(() => null)) return city;
  const own = path.basename(path.dirname(folder));
  for (const other of await readdir(kept).catch(() => []))
    if (other !== own) await rm(path.join(kept, other), { recursive: true, force: true });
  const making = `${folder}.${process.pid}`;
  try {
    const inMaking = { dataDir: path.join(making, "data"), seedDir: path.join(making, "seeds") };
    await writeSeedFolder(inMaking.seedDir, cityFacts(scale, hasPlaces));
    const hub = await startHub(inMaking, { withinMs: loadingMs });
    await hub.stop();
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
  return city;
}

async function keyOfBuild(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of ["dist/server/serve.js", "bench/city/facts.ts", "bench/city/seed-folder.ts"])
    hash.update(await readFile(path.join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

/** A copy that may be changed. */
export async function copyOf({ dataDir, seedDir }: LoadedCity, folder: string): Promise<LoadedCity> {
  await mkdir(folder, { recursive: true });
  const copy = path.join(folder, "data");
  await rm(copy, { recursive: true, force: true });
  // Without the socket of the hub that was there.
  const filter = async (file: string): Promise<boolean> => !(await stat(file)).isSocket();
  await cp(dataDir, copy, { recursive: true, filter });
  return { dataDir: copy, seedDir };
}

/** What the process of a hub has used since its start. */
export interface Used {
  readonly cpuMs: number;
  /** Bytes. */
  readonly heapUsed: number;
  readonly rss: number;
  readonly external: number;
}

export interface RunningHub extends Pick<Server, "stop"> {
  readonly url: string;
  /** `collect`: after a full collection of garbage. */
  used(question: "collect" | "now"): Promise<Used>;
}

export interface HubOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly withinMs?: number;
}

/** `npm start` on a loaded city, as a process of its own. */
export async function startHub(
  city: LoadedCity,
  { env = {}, withinMs }: HubOptions = {},
): Promise<RunningHub> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const { process: child, stop } = await startServer({
    command: process.execPath,
    args: ["--expose-gc", "-r", path.join(__dirname, "probe.cjs"), path.join(root, "dist/server/local.js")],
    env: hubEnv(city, port, env),
    answers: () => showsCity(url),
    signal: "SIGINT",
    probed: true,
    ...(withinMs !== undefined && { withinMs }),
  });
  return {
    url,
    stop,
    async used(question) {
      const answer = once(child, "message");
      child.send(question);
      return ((await answer) as [Used])[0];
    },
  };
}

/** A key of editors of the hub that a process with this environment has, made as its operator makes one. */
export async function editorKey(env: Readonly<Record<string, string>>): Promise<string> {
  const args = ["create", "--organization", "bench", "--scopes", "review", "--label", "bench"];
  const command = [path.join(root, "dist/server/keys.cli.js"), ...args];
  const out = await run({ command: process.execPath, args: command, cwd: root, env });
  return /vic_live_\w+/.exec(out)![0];
}

/** Allowances that no client uses up. */
export const enoughForAll = JSON.stringify({
  ANONYMOUS: { burst: 1e15, perSecond: 1e12 },
  CITY: { burst: 1e15, perSecond: 1e12 },
});

export const hubEnv = (
  { dataDir, seedDir }: LoadedCity,
  port: number,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  [envNames.dataDir]: dataDir,
  [envNames.seedDir]: seedDir,
  [envNames.port]: String(port),
  // All clients of a bench have one address. What they spend is counted as that of others.
  [envNames.allowances]: enoughForAll,
  ...more,
});

const asking = (query: string, variables: object = {}) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query, variables }),
});

/** A hub that answers may not have published its city yet. */
async function showsCity(url: string): Promise<boolean> {
  const { areas } = await ask<{ areas: { totalCount: number } }>(url, "{ areas(first: 1) { totalCount } }");
  return areas.totalCount > 0;
}

/**
 * One answer.
 * @throws Error with the first error of GraphQL.
 */
export async function ask<Data>(
  url: string,
  query: string,
  variables?: object,
  headers: Record<string, string> = {},
): Promise<Data> {
  const request = asking(query, variables);
  const response = await fetch(url, { ...request, headers: { ...request.headers, ...headers } });
  const { data, errors } = (await response.json()) as { data: Data; errors?: readonly { message: string }[] };
  if (errors !== undefined) throw new Error(errors[0]!.message);
  return data;
}
