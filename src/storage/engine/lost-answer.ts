import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { canonicalText } from "../../domain/kit/canonical-text";
import type { Item } from "./key";
import { wasRepeated } from "./store-error";

/**
 * A write that was done, but whose answer was lost, is sent again by the SDK, and then its condition fails on what it wrote
 * itself. What stands there says which of the two it was.
 * @param wanted what stands there if it was done; `null` for nothing.
 * @throws the error where it was not done.
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
