import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { EmbeddedEngine } from "./embedded-engine";

/** Any region and key will do where nobody checks them. */
const local: DynamoDBClientConfig = {
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};

/** Fail well before API Gateway does (30 s), and fail for real: without `throwOnRequestTimeout` the SDK only warns. */
const remote: DynamoDBClientConfig = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 300, requestTimeout: 2000, throwOnRequestTimeout: true },
};

const documents = (config: DynamoDBClientConfig): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(config));

/** A client of the engine in this process. */
export const embeddedClient = (engine: EmbeddedEngine): DynamoDBDocumentClient =>
  documents({
    ...local,
    endpoint: "http://embedded.invalid",
    maxAttempts: 1,
    requestHandler: engine.requestHandler as NonNullable<DynamoDBClientConfig["requestHandler"]>,
  });

/** A client of DynamoDB at AWS, in the region and with the credentials of the environment. */
export const awsClient = (): DynamoDBDocumentClient => documents(remote);

/**
 * A client of a named engine. An address of AWS takes region and credentials from the environment; any other
 * engine gets made-up ones.
 */
export const endpointClient = (url: string): DynamoDBDocumentClient =>
  documents({ ...remote, ...(new URL(url).hostname.endsWith(".amazonaws.com") ? {} : local), endpoint: url });
