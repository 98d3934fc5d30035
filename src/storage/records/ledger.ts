import { HubError } from "../../domain/kit/errors";
import type { Table } from "../engine/table";
import { type Codec, contentHash } from "./codec";

/** The layout of an item of a ledger may change, its content may not. */
export async function checkSameContent<T>(table: Table, codec: Codec<T>, record: T): Promise<void> {
  const [stored] = await table.batchGet([codec.key(record)], ["record"]);
  if (stored !== undefined && contentHash(stored.record) === contentHash(record)) return;
  const name = `${codec.type} ${JSON.stringify(codec.code(record))}`;
  throw new HubError("INVALID_RECORD", "otherContent", { name }, { where: "code" });
}
