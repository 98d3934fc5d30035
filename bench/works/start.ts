import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import path from "node:path";
import { buildLambda } from "../../src/app/build-lambda";
import { gatewayEvent } from "../../test/support/lambda-bridge";
import { startCountingEngine } from "../harness/counting-engine";
import { copyOf, hubEnv, type LoadedCity, root } from "../harness/hub";
import { atMost, rounded } from "../harness/outcome";
import { median } from "../harness/pairs";
import { rawServer } from "../harness/peers";
import { freePort } from "../harness/processes";
import type { Work } from "./bench";

const query = JSON.stringify({ query: "{ areas(first: 1) { nodes { code name } } }" });

/** From nothing to the first answer, beside a process that only answers; and what a function on AWS has to load. */
export const start: Work = async (bench, report) => {
  await bench.stop();
  const runs = bench.quick ? 3 : 9;
  const city = await copyOf(await bench.city(1), path.join(bench.folder, "started"));
  const goal = { goal: 8 };
  const server = await compared(
    runs,
    () => serverStart(city),
    () => firstAnswer(rawServer, {}),
  );
  report(atMost("process start to first answer, server", "bare node:http", server.ratio, goal, server.note));
  const outDir = path.join(bench.folder, "api");
  const { bytes } = await buildLambda({ outDir });
  const engine = await startCountingEngine(city.dataDir);
  try {
    const api = await compared(runs, () => handlerStart(outDir, engine.url), bareHandlerStart);
    report(
      atMost(
        "process start to first answer, API bundle as on Lambda",
        "bare handler",
        api.ratio,
        goal,
        api.note,
      ),
    );
  } finally {
    await engine.stop();
  }
  report(atMost("size of the API bundle", "-", bytes / 1e6, { goal: 1.2, unit: " MB" }));
};

type Milliseconds = number;

async function compared(runs: number, hub: () => Promise<Milliseconds>, peer: () => Promise<Milliseconds>) {
  // The first ones bring the files into the cache of the system.
  await hub();
  await peer();
  const pairs: { readonly own: number; readonly its: number }[] = [];
  for (let i = 0; i < runs; i++) {
    const own = i % 2 === 0 ? await hub() : null;
    const its = await peer();
    pairs.push({ own: own ?? (await hub()), its });
  }
  const middle = (of: "its" | "own"): string => rounded(median(pairs.map((each) => each[of])));
  return {
    ratio: median(pairs.map(({ own, its }) => own / its)),
    note: `${middle("own")} / ${middle("its")} ms`,
  };
}

async function serverStart(city: LoadedCity): Promise<Milliseconds> {
  return firstAnswer(path.join(root, "dist/server/local.js"), city);
}

/** Of a script that serves; a hub gets its city and port by the environment, the bare server its port as an argument. */
async function firstAnswer(script: string, city: Partial<LoadedCity>): Promise<Milliseconds> {
  const port = await freePort();
  const env = city.dataDir === undefined ? {} : hubEnv(city as LoadedCity, port);
  const before = performance.now();
  const child = spawn(process.execPath, [script, String(port)], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`${path.basename(script)} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const headers = { "content-type": "application/json" };
  await (await fetch(`http://127.0.0.1:${port}/graphql`, { method: "POST", headers, body: query })).text();
  const milliseconds = performance.now() - before;
  child.kill("SIGINT");
  await ended;
  return milliseconds;
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const done = (is: boolean) => () => {
      socket.destroy();
      resolve(is);
    };
    socket.once("connect", done(true)).once("error", done(false));
  });

const event = JSON.stringify(
  gatewayEvent({
    method: "POST",
    target: "/graphql",
    headers: { "content-type": "application/json" },
    body: query,
  }),
);
const calling = (
  handler: string,
): string => `${handler}(${event}, { getRemainingTimeInMillis: () => 900000 }).then((answer) => {
  require("node:fs").writeSync(1, JSON.stringify(answer));
  process.exit(answer.statusCode === 200 ? 0 : 1);
});`;

const handlerStart = (outDir: string, engineUrl: string): Promise<Milliseconds> =>
  ofScript(calling('require("./index.js").handler'), outDir, {
    AWS_ACCESS_KEY_ID: "test",
    AWS_ENDPOINT_URL_DYNAMODB: engineUrl,
    AWS_LAMBDA_FUNCTION_NAME: "api",
    AWS_REGION: "eu-south-1",
    AWS_SECRET_ACCESS_KEY: "test",
  });

const bareHandlerStart = (): Promise<Milliseconds> =>
  ofScript(calling('require("node:http"), (async () => ({ statusCode: 200, body: "{}" }))'), root, {});

async function ofScript(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Milliseconds> {
  const before = performance.now();
  const child = spawn(process.execPath, ["-e", script], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.on("data", (part) => {
    said += String(part);
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`the handler failed: ${said.slice(-300)}`);
  return performance.now() - before;
}
