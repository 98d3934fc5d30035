import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { EmbeddedEngine } from "./embedded-engine";
import { type OnCall, observeCalls } from "./store-call";

/** Local engines accept any region and key. */
const local: DynamoDBClientConfig = {
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};

/**
 * Attempts per call: a request needs an answer soon, a command can be patient. The delay between two is random up to a
 * bound that doubles from 0.1 s (throttling: 0.5 s): at most 3 s (15 s) in all.
 */
export const attempts = { request: 3, command: 6 } as const;

/** Fails well before API Gateway does (30 s), with an error: without `throwOnRequestTimeout` the SDK only warns. */
const remote: DynamoDBClientConfig = {
  requestHandler: { connectionTimeout: 300, requestTimeout: 2000, throwOnRequestTimeout: true },
};

const documents = (config: DynamoDBClientConfig, onCall?: OnCall): DynamoDBDocumentClient => {
  const client = new DynamoDBClient(config);
  if (onCall !== undefined) observeCalls(client, onCall);
  return DynamoDBDocumentClient.from(client);
};

/**
 * Silent, as the SDK's own. Without `info` and `error` the SDK does not copy each request and answer for a log that nobody
 * reads. Only for this engine: what looks for credentials at AWS needs a whole one.
 */
const logger = { warn: () => undefined } as unknown as NonNullable<DynamoDBClientConfig["logger"]>;

/** The engine looks at no signature, and to make one takes longer than a read. */
const unsigned: NonNullable<DynamoDBClientConfig["signer"]> = { sign: async (request) => request };

/** A client of the embedded engine, in this process or in another one. */
export const embeddedClient = (engine: EmbeddedEngine): DynamoDBDocumentClient =>
  documents({
    ...local,
    endpoint: "http://embedded.invalid",
    logger,
    signer: unsigned,
    maxAttempts: attempts.command,
    requestHandler: engine.requestHandler as NonNullable<DynamoDBClientConfig["requestHandler"]>,
  });

/** A client of DynamoDB at AWS, in the region and with the credentials of the environment. */
export const awsClient = (maxAttempts: number = attempts.request, onCall?: OnCall): DynamoDBDocumentClient =>
  documents({ ...remote, maxAttempts }, onCall);

/**
 * A client of a named engine. An address of AWS takes region and credentials from the environment; any other engine
 * gets placeholders.
 */
export const endpointClient = (
  url: string,
  maxAttempts: number = attempts.request,
): DynamoDBDocumentClient => {
  const isAws = new URL(url).hostname.endsWith(".amazonaws.com");
  return documents({ ...remote, ...(isAws ? {} : local), maxAttempts, endpoint: url });
};
