import "../src/entry/quiet-sdk";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { buildLambda } from "../src/app/build-lambda";
import { envNames } from "../src/app/env";
import { startEngineServer } from "../test/support/engine-server";
import { gatewayEvent } from "../test/support/lambda-bridge";
import { starterEntries } from "../test/support/starter-table";

/**
 * `npm run bench:start -- --runs 9 --node <program>`: how long a hub needs from nothing to its first answer. The function of
 * AWS in a new process, as a multiple of an empty function in the same one; the local hub, first on a new data folder, then on
 * the same one, as a multiple of an empty Node. Pairs are interleaved, and the middle of their ratios counts.
 */
const { values: options } = parseArgs({
  options: { runs: { type: "string", default: "5" }, node: { type: "string", default: process.execPath } },
});
const root = path.resolve(__dirname, "..");

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await act();
  return performance.now() - before;
};

/** Loads a function, gives it one event, and ends when it has answered. */
const invoker = `require("./index.js").handler(JSON.parse(process.argv[2])).then(({ statusCode, body }) => {
  if (statusCode !== 200 || !body.includes("DUOMO")) throw new Error(body);
  process.exit();
});`;

const emptyFunction = 'exports.handler = async () => ({ statusCode: 200, body: "DUOMO" });';

const event = JSON.stringify(
  gatewayEvent({
    method: "POST",
    target: "/graphql",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: '{ area(code: "nil:1") { id name } }' }),
  }),
);

const invoke = (folder: string, engine: string): Promise<number> =>
  timed(() =>
    promisify(execFile)(options.node, ["invoke.js", event], {
      cwd: folder,
      env: {
        AWS_ACCESS_KEY_ID: "local",
        AWS_ENDPOINT_URL_DYNAMODB: engine,
        AWS_LAMBDA_FUNCTION_NAME: "api",
        AWS_REGION: "eu-south-1",
        AWS_SECRET_ACCESS_KEY: "local",
      },
    }),
  );

async function benchFunction(folder: string): Promise<void> {
  const [hub, empty] = [path.join(folder, "hub"), path.join(folder, "empty")];
  const { bytes } = await buildLambda({ outDir: hub });
  await mkdir(empty);
  await writeFile(path.join(empty, "index.js"), emptyFunction);
  for (const each of [hub, empty]) await writeFile(path.join(each, "invoke.js"), invoker);
  const engine = await startEngineServer(await starterEntries());
  await pairs(
    `function of ${(bytes / 1e6).toFixed(2)} MB`,
    () => invoke(empty, engine.url),
    () => invoke(hub, engine.url),
  );
  engine.close();
}

const emptyNode = (): Promise<number> => timed(() => once(spawn(options.node, ["-e", "0"]), "exit"));

/** As `npm start` does, until the hub says where it answers. */
async function started(dataDir: string): Promise<number> {
  let hub: ChildProcess | undefined;
  const milliseconds = await timed(async () => {
    const child = spawn(options.node, ["dist/server/local.js"], {
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

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function pairs(
  name: string,
  empty: () => Promise<number>,
  whole: () => Promise<number>,
): Promise<void> {
  const times: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run < Number(options.runs); run++) {
    const base = await empty();
    times.push(await whole());
    ratios.push(times.at(-1)! / base);
  }
  console.log(`${name}: ${middle(ratios).toFixed(1)} times an empty one, ${Math.round(middle(times))} ms`);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-start-"));
  try {
    await benchFunction(folder);
    let run = 0;
    await pairs("first start of the hub", emptyNode, () => started(path.join(folder, `data-${run++}`)));
    await pairs("later start of the hub", emptyNode, () => started(path.join(folder, "data-0")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
