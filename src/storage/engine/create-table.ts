import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";
import { HubError } from "../../domain/kit/errors";
import { tableDefinition } from "./table-definition";

/** Creates a missing table, in the embedded engine and other local ones. At AWS the stack does it. */
export async function createTableIfMissing(client: DynamoDBClient, name: string): Promise<void> {
  if (await isUsable(client, name)) return;
  const { partitionKey, sortKey, indexes } = tableDefinition;
  const schema = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: "HASH" as const },
    { AttributeName: sk, KeyType: "RANGE" as const },
  ];
  const attributes = [
    partitionKey,
    sortKey,
    ...indexes.flatMap((index) => [index.partitionKey, index.sortKey]),
  ];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: schema(partitionKey, sortKey),
        AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        GlobalSecondaryIndexes: indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: schema(index.partitionKey, index.sortKey),
          Projection: { ProjectionType: "ALL" },
        })),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  for (let attempt = 0; attempt < 1000; attempt++) {
    if (await isUsable(client, name)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The table ${name} was created but is still not active after 20 s.`);
}

/** @throws HubError STALE_TABLE for a table of an older hub: local engines cannot add an index to a table. */
async function isUsable(client: DynamoDBClient, name: string): Promise<boolean> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus !== "ACTIVE") return false;
    const there = new Set(Table.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
    const missing = tableDefinition.indexes.find((index) => !there.has(index.name));
    if (missing !== undefined)
      throw new HubError("STALE_TABLE", "noIndex", { table: name, index: missing.name });
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
