import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { PutCommandInput } from "@aws-sdk/lib-dynamodb";
import { canonicalText } from "../../domain/kit/canonical-text";
import type { Item } from "./key";
import { wasRepeated } from "./store-error";

export type PutCondition = Pick<
  PutCommandInput,
  "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
>;

type Attributes = Readonly<Record<string, unknown>>;

/** What a write changes of an item; all other attributes stay. */
export interface Update {
  readonly add?: Readonly<Record<string, number>>;
  readonly set?: Attributes;
  readonly remove?: readonly string[];
  /** The values that the item must have before; `undefined` for an attribute that must be absent. */
  readonly when?: Attributes;
  /** Numbers between which an attribute must be before, both included. */
  readonly within?: Readonly<Record<string, readonly [least: number, most: number]>>;
}

/** The DynamoDB input of an update or a condition: names and values are always placeholders. */
export function writeInput({ add = {}, set = {}, remove = [], when = {}, within = {} }: Update) {
  const clauses = [
    ["ADD", Object.keys(add).map((name) => `#${name} :${name}`)],
    ["SET", Object.keys(set).map((name) => `#${name} = :${name}`)],
    ["REMOVE", remove.map((name) => `#${name}`)],
  ] as const;
  const expression = clauses.flatMap(([verb, parts]) =>
    parts.length > 0 ? `${verb} ${parts.join(", ")}` : [],
  );
  const conditions = [
    ...Object.entries(when).map(([name, value]) =>
      value === undefined ? `attribute_not_exists(#${name})` : `#${name} = :old_${name}`,
    ),
    ...Object.keys(within).map((name) => `#${name} BETWEEN :least_${name} AND :most_${name}`),
  ];
  const known = Object.entries(when).filter(([, value]) => value !== undefined);
  const values = [
    ...Object.entries({ ...add, ...set }).map(([name, value]) => [`:${name}`, value] as const),
    ...known.map(([name, value]) => [`:old_${name}`, value] as const),
    ...Object.entries(within).flatMap(([name, [least, most]]) => [
      [`:least_${name}`, least] as const,
      [`:most_${name}`, most] as const,
    ]),
  ];
  const named = [...Object.keys({ ...add, ...set, ...when, ...within }), ...remove];
  return {
    ...(expression.length > 0 && { UpdateExpression: expression.join(" ") }),
    ...(conditions.length > 0 && { ConditionExpression: conditions.join(" AND ") }),
    ExpressionAttributeNames: Object.fromEntries(named.map((name) => [`#${name}`, name])),
    ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
  };
}

/** Both conditions at once; their placeholders must differ. */
export const bothOf = (one: PutCondition, other: PutCondition | null): PutCondition =>
  other === null
    ? one
    : {
        ConditionExpression: `(${one.ConditionExpression}) AND (${other.ConditionExpression})`,
        ExpressionAttributeNames: { ...one.ExpressionAttributeNames, ...other.ExpressionAttributeNames },
        ExpressionAttributeValues: { ...one.ExpressionAttributeValues, ...other.ExpressionAttributeValues },
      };

/** The result of a conditional write, or of `otherwise` if its condition failed. */
export const ifUnchanged = <T, U>(
  write: Promise<T>,
  otherwise: (error: Error) => U | Promise<U>,
): Promise<T | U> =>
  write.catch((error: unknown) => {
    if (error instanceof ConditionalCheckFailedException) return otherwise(error);
    throw error;
  });

/**
 * The SDK repeats a write whose answer was lost, and the repetition fails on the condition because of the first write.
 * The stored item shows whether the write was done.
 * @param wanted the item after the write; `null` for none.
 * @throws the error if it was not done.
 */
export async function unlessDone(
  error: unknown,
  wanted: Item | null,
  read: () => Promise<Item | null>,
): Promise<undefined> {
  if (!(error instanceof ConditionalCheckFailedException) || !wasRepeated(error)) throw error;
  const found = await read();
  if (canonicalText(found) !== canonicalText(wanted)) throw error;
  return undefined;
}
