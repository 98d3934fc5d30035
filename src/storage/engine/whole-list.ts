import { HubError } from "../../domain/kit/errors";
import type { Item } from "./key";
import type { ListParams } from "./query-input";
import type { Reader } from "./reader";

/** The largest list that a computed answer may use, and the name of its items, for the message. */
export interface WholeList {
  readonly limit: number;
  /** Of the records, for the message. */
  readonly type: string;
}

/**
 * All items of a list, for an answer that needs every one.
 * @throws HubError LIMIT_EXCEEDED if there are more: an answer from a part would be wrong.
 */
export function readWhole(reader: Reader, params: ListParams, { limit, type }: WholeList): readonly Item[] {
  const { items, more } = reader.query(params, limit);
  if (!more) return items;
  throw new HubError("LIMIT_EXCEEDED", "list", { type, most: limit });
}
