import type { QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { type IndexName, tableDefinition } from "./table-definition";

/** A test that items must pass after they were read: it does not change what is read, only what is returned. */
export interface ItemFilter {
  readonly attribute: string;
  readonly test: "equals" | "contains" | "between";
  /** One value; for `between` the lower and the upper bound. */
  readonly value: string | readonly [string, string];
}

export interface QueryParams {
  /** The table itself when absent. */
  readonly index?: IndexName;
  readonly partition: string;
  /** Only sort keys that begin so. */
  readonly prefix?: string;
  readonly where?: readonly ItemFilter[];
  /** Key of the item after which to begin. */
  readonly after?: Record<string, unknown>;
}

/** The DynamoDB input of a query: names and values are always placeholders, so that nothing can be injected. */
export function queryInput(table: string, params: QueryParams): QueryCommandInput {
  const key = tableDefinition.indexes.find((index) => index.name === params.index) ?? tableDefinition;
  const names: Record<string, string> = { "#pk": key.partitionKey };
  const values: Record<string, unknown> = { ":pk": params.partition };
  const conditions = ["#pk = :pk"];
  if (params.prefix) {
    names["#sk"] = key.sortKey;
    values[":prefix"] = params.prefix;
    conditions.push("begins_with(#sk, :prefix)");
  }
  const filters = (params.where ?? []).map(({ attribute, test, value }, i) => {
    names[`#f${i}`] = attribute;
    if (test === "between") {
      [values[`:f${i}a`], values[`:f${i}b`]] = value;
      return `#f${i} BETWEEN :f${i}a AND :f${i}b`;
    }
    values[`:f${i}`] = value;
    return test === "equals" ? `#f${i} = :f${i}` : `contains(#f${i}, :f${i})`;
  });
  return {
    TableName: table,
    ...(params.index && { IndexName: params.index }),
    KeyConditionExpression: conditions.join(" AND "),
    ...(filters.length > 0 && { FilterExpression: filters.join(" AND ") }),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ...(params.after && { ExclusiveStartKey: params.after }),
    ReturnConsumedCapacity: "TOTAL",
  };
}
