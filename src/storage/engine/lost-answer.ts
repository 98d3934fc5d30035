import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { canonicalText } from "../../domain/kit/canonical-text";
import type { Item } from "./key";
import { wasRepeated } from "./store-error";

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
