import { isIP } from "node:net";
import * as z from "zod/mini";
import type { AllowancePolicies } from "../domain/identity/allowance";
import { HubError } from "../domain/kit/errors";
import type { VariableNeed } from "../domain/kit/messages/en/errors";
import { tableDefinition } from "../storage/engine/table-definition";
import { allowancesIn, areAllowances } from "./fair-use/settings";
import { areIssuers, type Issuer, issuersIn } from "./identity/issuer";
import type { Dimensions } from "./observe/metrics";
import { requestLimits } from "./request-limits";

/** The environment variables of the hub. Only this file reads them; the stack sets them by these names. */
export const envNames = {
  /** `1` also loads the synthetic demonstration data; default off. */
  demo: "VICINATO_DEMO",
  /** Issuers of tokens that the hub trusts, as JSON; default none: then callers have keys. */
  issuers: "VICINATO_ISSUERS",
  /** What callers may spend, as JSON: `{"ANONYMOUS":{"burst":…,"perSecond":…}}`, or `off`; default: docs/errors-and-limits.md. */
  allowances: "VICINATO_ALLOWANCES",
  /** Header in which a trusted edge passes the address of the client, for example x-forwarded-for; default none: then none is believed. */
  addressHeader: "VICINATO_ADDRESS_HEADER",
  /** Secrets of the edge, separated by a comma: a request without one is rejected; default none. The stack sets it. */
  originSecrets: "VICINATO_ORIGIN_SECRETS",
  /** Folder of the embedded engine; default `.data`, with the demonstration data `.data-demo`. */
  dataDir: "VICINATO_DATA_DIR",
  /** Folder of exported files; default `.data-exports`, beside the data. */
  exportsDir: "VICINATO_EXPORTS_DIR",
  /** Bucket of exported files, for the functions at AWS; the stack sets it. */
  exportsBucket: "VICINATO_EXPORTS_BUCKET",
  /** Bucket into which stewards and systems put files of sources, for the function that imports; the stack sets it. */
  inboxBucket: "VICINATO_INBOX_BUCKET",
  /** Address of the hub for its clients, for example https://data.example.org/; default: that of each request. */
  publicUrl: "VICINATO_PUBLIC_URL",
  /** Folders with the data of a hub before any import, separated by commas; default: the data that comes with the hub. */
  seedDir: "VICINATO_SEED_DIR",
  /** URL of another DynamoDB engine, used instead of the embedded one. */
  dynamodbEndpoint: "VICINATO_DYNAMODB_ENDPOINT",
  /** Name of the table; default `vicinato`. */
  tableName: "VICINATO_TABLE_NAME",
  /** Name of the stack, for the metrics of functions at AWS; the stack sets it. */
  stage: "VICINATO_STAGE",
  /** What the function is, likewise: its name at AWS ends with random letters. */
  function: "VICINATO_FUNCTION",
  /** Milliseconds that an answer may take before the hub stops it; default 8000. */
  deadlineMs: "VICINATO_DEADLINE_MS",
  /** `1`, for development: webhooks may also go to this machine, by http too; default off. Functions at AWS never do that. */
  webhooksToLoopback: "VICINATO_WEBHOOKS_TO_LOOPBACK",
  /** Address on which the local server listens; default 127.0.0.1, so that only this machine reaches it. */
  host: "VICINATO_HOST",
  /** Port of the local server; default 4000. */
  port: "PORT",
} as const;

/** The header in which the edge sends its secret, and that in which CloudFront states the address of the client. */
export const edgeHeaders = { secret: "x-vicinato-origin", address: "cloudfront-viewer-address" } as const;

/** Where the table is: in this process, at a given address, or at AWS. */
export type Engine =
  | { readonly kind: "embedded"; readonly dataDir: string }
  | { readonly kind: "endpoint"; readonly url: string }
  | { readonly kind: "aws" };

export interface Env {
  /** Also load synthetic data. */
  readonly demo: boolean;
  readonly issuers: readonly Issuer[];
  /** `null` if nobody is limited. */
  readonly allowances: AllowancePolicies | null;
  /** In small letters; `null` without an edge. */
  readonly addressHeader: string | null;
  /** Empty where everybody may send requests. */
  readonly originSecrets: readonly string[];
  readonly engine: Engine;
  /** Folder of exported files. */
  readonly exportsDir: string;
  /** In place of that folder; `null` without one. */
  readonly exportsBucket: string | null;
  /** `null` for a hub without an inbox. */
  readonly inboxBucket: string | null;
  /** With a slash at its end; `null` for that of each request. */
  readonly publicUrl: string | null;
  /** `null` for the data that comes with the hub. */
  readonly seeds: readonly string[] | null;
  readonly tableName: string;
  readonly deadlineMs: number;
  /** By which the metrics of a function are found; `null` where no stack has set them. */
  readonly dimensions: Dimensions | null;
  readonly webhooksToLoopback: boolean;
  readonly host: string;
  readonly port: number;
}

/** The message of an issue is the need of the variable, which the catalogue puts into words. */
const need = (of: VariableNeed): string => of;

const schema = z.object({
  [envNames.demo]: z._default(z.enum(["", "0", "1"], need("boolean")), "0"),
  [envNames.dataDir]: z.optional(z.string().check(z.minLength(1, need("folder")))),
  [envNames.exportsDir]: z.optional(z.string().check(z.minLength(1, need("folder")))),
  [envNames.exportsBucket]: z.optional(z.string().check(z.regex(/^[a-z0-9.-]{3,63}$/, need("bucket")))),
  [envNames.inboxBucket]: z.optional(z.string().check(z.regex(/^[a-z0-9.-]{3,63}$/, need("bucket")))),
  [envNames.publicUrl]: z.optional(z.url({ protocol: /^https?$/, error: need("url") })),
  [envNames.seedDir]: z.optional(z.string().check(z.regex(/^[^,]+(,[^,]+)*$/, need("folder")))),
  [envNames.issuers]: z._default(z.string().check(z.refine(areIssuers, need("issuers"))), ""),
  [envNames.allowances]: z._default(z.string().check(z.refine(areAllowances, need("allowances"))), ""),
  [envNames.addressHeader]: z._default(z.string().check(z.regex(/^[\w-]{0,100}$/, need("header"))), ""),
  [envNames.originSecrets]: z.optional(
    z.string().check(z.regex(/^[A-Za-z0-9]{32,100}(,[A-Za-z0-9]{32,100})?$/, need("originSecrets"))),
  ),
  [envNames.dynamodbEndpoint]: z.optional(z.url({ protocol: /^https?$/, error: need("url") })),
  [envNames.tableName]: z._default(
    z.string().check(z.regex(/^[\w.-]{3,255}$/, need("table"))),
    tableDefinition.defaultName,
  ),
  [envNames.stage]: z._default(z.string(), ""),
  [envNames.function]: z._default(z.string(), ""),
  [envNames.deadlineMs]: z._default(
    z.string().check(z.refine((text) => /^[1-9]\d{2,4}$/.test(text), need("deadline"))),
    String(requestLimits.deadlineMs),
  ),
  [envNames.webhooksToLoopback]: z._default(z.enum(["", "0", "1"], need("boolean")), "0"),
  [envNames.host]: z._default(
    z
      .string()
      .check(z.refine((text) => text === "" || text === "localhost" || isIP(text) !== 0, need("host"))),
    "",
  ),
  [envNames.port]: z._default(
    z.string().check(z.refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535, need("port"))),
    "4000",
  ),
  AWS_LAMBDA_FUNCTION_NAME: z.optional(z.string()),
});

/**
 * Reads the environment once, at the start.
 * @throws HubError BAD_USER_INPUT that names every wrong variable and the expected value.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      name: path.join("."),
      need: message as VariableNeed,
    }));
    throw new HubError("BAD_USER_INPUT", "environment", { problems });
  }
  const env = parsed.data;
  const engine = engineOf(env);
  // Of another engine the table is known by its name alone.
  const data = engine.kind === "embedded" ? engine.dataDir : `.${env[envNames.tableName]}`;
  return {
    demo: env[envNames.demo] === "1",
    issuers: issuersIn(env[envNames.issuers]),
    allowances: allowancesIn(env[envNames.allowances]),
    addressHeader: env[envNames.addressHeader].toLowerCase() || null,
    originSecrets: env[envNames.originSecrets]?.split(",") ?? [],
    engine,
    exportsDir: env[envNames.exportsDir] ?? `${data}-exports`,
    exportsBucket: env[envNames.exportsBucket] ?? null,
    inboxBucket: env[envNames.inboxBucket] ?? null,
    publicUrl: env[envNames.publicUrl]?.replace(/\/?$/, "/") ?? null,
    seeds: env[envNames.seedDir]?.split(",").map((folder) => folder.trim()) ?? null,
    tableName: env[envNames.tableName],
    deadlineMs: Number(env[envNames.deadlineMs]),
    dimensions: dimensionsOf(env[envNames.stage], env[envNames.function]),
    webhooksToLoopback:
      env.AWS_LAMBDA_FUNCTION_NAME === undefined && env[envNames.webhooksToLoopback] === "1",
    host: env[envNames.host] || "127.0.0.1",
    port: Number(env[envNames.port]),
  };
}

const dimensionsOf = (stage: string, name: string): Dimensions | null =>
  stage === "" || name === "" ? null : { Stage: stage, Function: name };

function engineOf(env: z.infer<typeof schema>): Engine {
  const url = env[envNames.dynamodbEndpoint];
  const dataDir = env[envNames.dataDir];
  if (url !== undefined) return { kind: "endpoint", url };
  if (dataDir === undefined && env.AWS_LAMBDA_FUNCTION_NAME !== undefined) return { kind: "aws" };
  // Synthetic data has a folder of its own, so that it disappears when it is switched off.
  const usual = env[envNames.demo] === "1" ? ".data-demo" : ".data";
  return { kind: "embedded", dataDir: dataDir ?? usual };
}
