import type { QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { type IndexName, tableDefinition } from "./table-definition";

/** A test of items after they were read: it does not change what is read, only what is returned. */
export interface ItemFilter {
  /** Of the item, or a path within it: `record.kind`. */
  readonly attribute: string;
  readonly test: "equals" | "contains" | "between" | "noneOf" | "oneOf";
  /** One value; for `between` the lower and the upper bound; for `oneOf` and `noneOf` up to 100 values. */
  readonly value: string | readonly string[];
}

/** The filters that have a value. */
export const given = (
  filters: readonly (readonly [
    attribute: string,
    test: ItemFilter["test"],
    value: ItemFilter["value"] | undefined,
  ])[],
): ItemFilter[] =>
  filters.flatMap(([attribute, test, value]) => (value === undefined ? [] : [{ attribute, test, value }]));

export interface QueryParams {
  /** The table itself if absent. */
  readonly index?: IndexName;
  readonly partition: string;
  /** Only sort keys with this beginning. */
  readonly prefix?: string;
  /** Only sort keys up to this one; not together with `prefix`. */
  readonly upTo?: string;
  /** Only sort keys from this one on; not together with `prefix` or `upTo`. */
  readonly from?: string;
  /** Last first. */
  readonly descending?: boolean;
  readonly where?: readonly ItemFilter[];
  /** Whether to see every acknowledged write, at double price; not for an index. */
  readonly consistent?: boolean;
  /** Key of the item after which to begin. */
  readonly after?: Record<string, unknown>;
}

/** A whole list, from its beginning. */
export type ListParams = Omit<QueryParams, "after">;

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
  if (params.upTo !== undefined) {
    names["#sk"] = key.sortKey;
    values[":upTo"] = params.upTo;
    conditions.push("#sk <= :upTo");
  }
  if (params.from !== undefined) {
    names["#sk"] = key.sortKey;
    values[":from"] = params.from;
    conditions.push("#sk >= :from");
  }
  const filters = (params.where ?? []).map(({ attribute, test, value }, i) => {
    const parts = attribute.split(".").map((part, depth) => [`#f${i}_${depth}`, part] as const);
    for (const [placeholder, part] of parts) names[placeholder] = part;
    const path = parts.map(([placeholder]) => placeholder).join(".");
    if (test === "between") {
      [values[`:f${i}a`], values[`:f${i}b`]] = value;
      return `${path} BETWEEN :f${i}a AND :f${i}b`;
    }
    if (test === "oneOf" || test === "noneOf") {
      for (const [j, one] of [...value].entries()) values[`:f${i}x${j}`] = one;
      const isListed = `${path} IN (${[...value].map((_, j) => `:f${i}x${j}`).join(", ")})`;
      // Also true of an item without the attribute.
      return test === "oneOf" ? isListed : `NOT (${isListed})`;
    }
    values[`:f${i}`] = value;
    return test === "equals" ? `${path} = :f${i}` : `contains(${path}, :f${i})`;
  });
  return {
    TableName: table,
    ...(params.index && { IndexName: params.index }),
    KeyConditionExpression: conditions.join(" AND "),
    ...(params.descending && { ScanIndexForward: false }),
    ...(params.consistent && { ConsistentRead: true }),
    ...(filters.length > 0 && { FilterExpression: filters.join(" AND ") }),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ...(params.after && { ExclusiveStartKey: params.after }),
    ReturnConsumedCapacity: "TOTAL",
  };
}
