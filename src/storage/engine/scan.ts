import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { HubError } from "../../domain/kit/errors";
import type { Item } from "./key";
import type { Table } from "./table";
import type { IndexName } from "./table-definition";

/** Of 1 MB each: far more than any city has. */
const maxPages = 20_000;

/** Every item of the table, or of an index, in no order. For checks of the whole store only: no request scans. */
export async function* scan(table: Table, index?: IndexName): AsyncGenerator<Item> {
  let from: Record<string, unknown> | undefined;
  for (let page = 0; page < maxPages; page++) {
    const answer = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
        ...(from && { ExclusiveStartKey: from }),
        ReturnConsumedCapacity: "TOTAL",
      }),
    );
    table.meter.read("Scan", answer.ConsumedCapacity);
    yield* (answer.Items ?? []) as Item[];
    from = answer.LastEvaluatedKey;
    if (from === undefined) return;
  }
  throw new HubError("LIMIT_EXCEEDED", "storePages", { pages: maxPages });
}
