import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { buildLambda, type LambdaBundle } from "../../src/app/build-lambda";
import type { LambdaName } from "../../src/app/lambda-names";
import { type EngineServer, startEngineServer } from "./engine-server";

/** A function as it is deployed, beside a real engine. */
export interface StartedBundle {
  readonly bundle: LambdaBundle;
  readonly engine: EngineServer;
  /** Starts the bundle in a process of its own, as Lambda does, and calls its handler once. */
  call(event: object): Promise<unknown>;
  close(): Promise<void>;
}

const context = "{ getRemainingTimeInMillis: () => 900000 }";

interface Beside {
  /** A new one, without data, if absent. */
  readonly engine?: EngineServer;
  /** Environment variables beside those that Lambda and the engine give. */
  readonly variables?: Readonly<Record<string, string>>;
}

export async function startBundle(
  name: LambdaName,
  { variables, ...beside }: Beside = {},
): Promise<StartedBundle> {
  const outDir = await mkdtemp(path.join(tmpdir(), `vicinato-${name}-`));
  const bundle = await buildLambda({ outDir, name });
  const engine = beside.engine ?? (await startEngineServer());
  return {
    bundle,
    engine,
    async call(event) {
      const script = `require("./index.js").handler(${JSON.stringify(event)}, ${context}).then((answer) => {
        process.stdout.write("\\n" + JSON.stringify(answer ?? null), () => process.exit());
      });`;
      const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], {
        cwd: outDir,
        env: {
          AWS_ACCESS_KEY_ID: "test",
          AWS_ENDPOINT_URL_DYNAMODB: engine.url,
          AWS_LAMBDA_FUNCTION_NAME: name,
          AWS_REGION: "eu-south-1",
          AWS_SECRET_ACCESS_KEY: "test",
          ...variables,
        },
      });
      return JSON.parse(stdout.split("\n").at(-1)!);
    },
    async close() {
      engine.close();
      await rm(outDir, { recursive: true });
    },
  };
}
