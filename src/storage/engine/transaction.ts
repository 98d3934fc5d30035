import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Item, Key } from "./key";
import { type PutCondition, type Update, writeInput } from "./write-input";

/** Two transactions on one item exclude each other. */
export const transactAttempts = 5;

/** The limit of DynamoDB. */
export const transactionSize = 100;

/** An item that is not written, and must meet a condition when others are. */
export interface CheckedItem {
  readonly key: Key;
  readonly condition: PutCondition;
}

/** An item that is deleted, under a condition if it has one. */
interface DeletedItem extends Key {
  readonly condition?: PutCondition;
}

/** An item of which only some attributes change, under a condition if the update has one. */
interface UpdatedItem extends Key {
  readonly update: Update;
}

/** One item under a condition, and further writes that are made with it or not at all. */
export interface Transaction {
  readonly item: Item;
  readonly condition: PutCondition;
  readonly puts: readonly Item[];
  readonly deletes: readonly DeletedItem[];
  readonly updates?: readonly UpdatedItem[];
  readonly checks?: readonly CheckedItem[];
  /** Items with a `hash` that are only ever added: another item under their key makes the transaction fail. */
  readonly appended?: readonly Item[];
}

/** Writes that are made one by one, without conditions. */
export interface Batch {
  readonly puts?: readonly Item[];
  readonly deletes?: readonly Key[];
}

/** Nothing is overwritten, but the same entry may be written again, because an attempt was killed. */
export const onlyAppended = ({ hash }: Item): PutCondition => ({
  ConditionExpression: "attribute_not_exists(#pk) OR #hash = :hash",
  ExpressionAttributeNames: { "#pk": "pk", "#hash": "hash" },
  ExpressionAttributeValues: { ":hash": hash },
});

/** The DynamoDB input of a transaction: its first write has the condition. */
export const transactionInput = (
  TableName: string,
  { item, condition, puts, deletes, updates = [], checks = [], appended = [] }: Transaction,
): TransactWriteCommandInput => ({
  TransactItems: [
    { Put: { TableName, Item: item, ...condition } },
    ...puts.map((Item) => ({ Put: { TableName, Item } })),
    ...appended.map((Item) => ({ Put: { TableName, Item, ...onlyAppended(Item) } })),
    ...deletes.map(({ pk, sk, condition }) => ({ Delete: { TableName, Key: { pk, sk }, ...condition } })),
    ...updates.map(({ pk, sk, update }) => ({
      // Its type wants the expression that every update has.
      Update: {
        TableName,
        Key: { pk, sk },
        ...(writeInput(update) as Required<ReturnType<typeof writeInput>>),
      },
    })),
    ...checks.map(({ key: { pk, sk }, condition }) => ({
      // Its type wants the expression that every condition has.
      ConditionCheck: { TableName, Key: { pk, sk }, ...(condition as Required<PutCondition>) },
    })),
  ],
  ReturnConsumedCapacity: "TOTAL",
});

/** Reasons that pass: another transaction, or a busy store. */
const passing: ReadonlySet<string | undefined> = new Set([
  "ProvisionedThroughputExceeded",
  "ThrottlingError",
  "TransactionConflict",
]);

/** AGAIN if the transaction may succeed at once; else the error to throw, in the form of a single write. */
export function outcomeOf(error: unknown): unknown | "AGAIN" {
  if (!(error instanceof TransactionCanceledException)) return error;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
  if (codes.includes("ConditionalCheckFailed")) {
    const { message, $metadata } = error;
    return new ConditionalCheckFailedException({ message, $metadata });
  }
  return codes.some((code) => passing.has(code)) ? "AGAIN" : error;
}
