import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** A call of the store, with all its attempts, when it is over. */
export interface StoreCall {
  /** DynamoDB. */
  readonly service: string;
  readonly operation: string;
  readonly table: string | null;
  /** Milliseconds since 1970, as `endedAt`. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attempts: number;
  /** Of the last answer; `null` if there was none. */
  readonly status: number | null;
  /** Name of the error. */
  readonly error: string | null;
}

export type OnCall = (call: StoreCall) => void;

/** Calls `onCall` after each call of a client, outside all its attempts. */
export function observeCalls(client: DynamoDBClient, onCall: OnCall): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const startedAt = Date.now();
      const ended = (metadata: ResponseMetadata = {}, error: string | null = null): void =>
        onCall({
          ...{ service: "DynamoDB", operation: operationOf(context.commandName), table: tableOf(args.input) },
          ...{ startedAt, endedAt: Date.now(), error },
          attempts: metadata.attempts ?? 1,
          status: metadata.httpStatusCode ?? null,
        });
      try {
        const answer = await next(args);
        ended((answer.output as { readonly $metadata?: ResponseMetadata }).$metadata);
        return answer;
      } catch (error) {
        const { name, $metadata } = error as {
          readonly name?: string;
          readonly $metadata?: ResponseMetadata;
        };
        ended($metadata, name ?? "Error");
        throw error;
      }
    },
    { step: "initialize", name: "observeCalls" },
  );
}

interface ResponseMetadata {
  readonly attempts?: number;
  readonly httpStatusCode?: number;
}

const operationOf = (command = ""): string => command.replace(/Command$/, "");

/** Batches and transactions name their table deeper, and more than once. */
const tableOf = (input: unknown): string | null =>
  (input as { readonly TableName?: string }).TableName ?? null;
