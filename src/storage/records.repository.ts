import { limits } from "../domain/limits";
import type { Codec } from "./codec";
import { type Key, keys, type RecordType } from "./keys";
import { type Page, type PageRequest, readPage } from "./page";
import { idOf } from "./stored-item";
import type { Item, Table } from "./table";
import { readWhole } from "./whole-list";

/** What every type of record can be asked. */
export interface RecordsRepository<T> {
  /** Records in the order of the codes; `null` where there is none. */
  byCodes(codes: readonly string[]): Promise<(T | null)[]>;
  /** All records of the type, in the order of their codes. */
  page(request: PageRequest): Promise<Page<T>>;
  /** All of them at once, for totals: one Query; refused above `limits.totalledRecords`. */
  everyOne(): Promise<T[]>;
}

export function recordsRepository<T>(table: Table, { type }: Codec<T>): RecordsRepository<T> {
  const recordType = type as RecordType;
  return {
    byCodes: (codes) =>
      recordsByKeys<T>(
        table,
        codes.map((code) => keys.record(recordType, code)),
      ),
    page: (request) =>
      readPage(
        table,
        { index: "list", partition: keys.list.records(recordType, "").listPk },
        request,
        (items) => items.map((item) => recordOf<T>(item)),
      ),
    async everyOne() {
      const params = { index: "list" as const, partition: keys.list.records(recordType, "").listPk };
      const whole = { limit: limits.totalledRecords, what: `records of the type ${type}` };
      return (await readWhole(table, params, whole)).map((item) => recordOf<T>(item));
    },
  };
}

/**
 * Records in the order of the keys; `null` where there is none. One BatchGet for every hundred keys, and one more where
 * records were merged: who asks for one of these gets the one that took its place.
 */
export async function recordsByKeys<T>(table: Table, wanted: readonly Key[]): Promise<(T | null)[]> {
  const found = await itemsByKeys(table, wanted);
  for (let hops = 0; hops < mostMerges; hops++) {
    const moved = [...found].filter(([, item]) => typeof item.mergedInto === "string");
    if (moved.length === 0) break;
    const followed = await itemsByKeys(
      table,
      moved.map(([, item]) => successorOf(item)),
    );
    for (const [id, item] of moved) {
      const successor = followed.get(idOf(successorOf(item)));
      if (successor) found.set(id, successor);
      else found.delete(id);
    }
  }
  return wanted.map((key) => (found.get(idOf(key))?.record as T | undefined) ?? null);
}

/** Records that were merged into records that were merged into others: more in a row are not followed. */
const mostMerges = 5;

const successorOf = ({ type, mergedInto }: Item): Key => keys.record(type as RecordType, String(mergedInto));

async function itemsByKeys(table: Table, wanted: readonly Key[]): Promise<Map<string, Item>> {
  const items = await table.batchGet(wanted, ["pk", "sk", "record", "type", "mergedInto"]);
  return new Map(items.map((item) => [idOf(item), item]));
}

export const recordOf = <T>(item: Item): T => item.record as T;
