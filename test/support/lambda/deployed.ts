import { execFileSync } from "node:child_process";
import path from "node:path";
import type { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { builtBundles } from "../../../infra/bundles";
import type { HubStackProps } from "../../../infra/hub-stack";
import { hubStack } from "../../infra/synth-hub";
import { bucketKey, bucketName } from "../bucket";
import { type EmulatedFunction, emulatedFunction, type FunctionSettings } from "./emulated-function";

const root = path.resolve(__dirname, "../../..");

/** What the edge and the functions share. */
export const localSecret = "local".repeat(8);

interface FunctionProperties {
  readonly Code: { readonly S3Key: string };
  readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> };
  readonly Handler: string;
  readonly MemorySize: number;
  readonly ReservedConcurrentExecutions?: number;
  readonly Timeout: number;
}

/** Where functions find what AWS gives them. */
export interface LocalServices {
  readonly dynamoDb: string;
  readonly s3: string;
}

const variablesOf = ({ dynamoDb, s3 }: LocalServices): Record<string, string> => ({
  AWS_ACCESS_KEY_ID: bucketKey.accessKeyId,
  AWS_SECRET_ACCESS_KEY: bucketKey.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: dynamoDb,
  AWS_ENDPOINT_URL_S3: s3,
});

/** The stack of `prod` with the bundles that are built, as it would be deployed now. */
export interface Deployed {
  readonly template: Template;
  /** Starts a function by the id of its part of the stack, for example `ApiFunction`. */
  start(part: string, changes?: StartChanges): EmulatedFunction;
  /** The id of its function in the template. */
  idOf(part: string): string;
  /** Ends what was started. */
  stop(): void;
}

/** In place of what the template says; environment variables come beside its own. */
export type StartChanges = Partial<FunctionSettings>;

/**
 * Synthesises the stack, and runs from it what the template says: code, handler, memory, time, instances and environment.
 * @param props in place of those of a usual deployment.
 */
export function deploy(services: LocalServices, props: Partial<HubStackProps> = {}): Deployed {
  const npm = { ...process.env, npm_lifecycle_event: "build" };
  execFileSync(process.execPath, ["tools/build-what-changed.js"], { cwd: root, env: npm, stdio: "ignore" });
  const stack = hubStack({ bundles: builtBundles, editing: true, ...props });
  const template = Template.fromStack(stack);
  const { directory } = (stack.node.root as App).synth();
  const functions = template.findResources("AWS::Lambda::Function");
  const started: EmulatedFunction[] = [];
  const idOf = (part: string): string => {
    const found = Object.keys(functions).find((id) => new RegExp(`^${part}(Function)?[0-9A-F]{8}$`).test(id));
    if (found === undefined) throw new Error(`The template has no function in ${part}.`);
    return found;
  };
  const settingsOf = (part: string): FunctionSettings => {
    const { Code, Environment, ...properties } = functions[idOf(part)]!.Properties as FunctionProperties;
    return {
      folder: path.join(directory, `asset.${Code.S3Key.replace(/\.zip$/, "")}`),
      handler: properties.Handler,
      memoryMb: properties.MemorySize,
      timeoutMs: properties.Timeout * 1000,
      reserved: properties.ReservedConcurrentExecutions ?? null,
      environment: { ...resolved(Environment?.Variables ?? {}), ...variablesOf(services) },
    };
  };
  return {
    ...{ template, idOf },
    start(part, changes = {}) {
      const settings = settingsOf(part);
      const environment = { ...settings.environment, ...changes.environment };
      started.push(emulatedFunction({ ...settings, ...changes, environment }));
      return started.at(-1)!;
    },
    stop() {
      for (const each of started) each.stop();
    },
  };
}

/** References get the names that local engines have. */
const resolved = (variables: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      typeof value === "string" ? value : (localNames.find(([part]) => name.includes(part))?.[1] ?? "local"),
    ]),
  );

const localNames: readonly (readonly [string, string])[] = [
  ["TABLE", "vicinato"],
  ["BUCKET", bucketName],
  ["SECRET", localSecret],
];
