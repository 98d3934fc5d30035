import type { Codec } from "./codec";
import { type Key, keys, type RecordType } from "./keys";
import { type Page, type PageRequest, readPage } from "./page";
import type { Item, Table } from "./table";

/** What every type of record can be asked. */
export interface RecordsRepository<T> {
  /** Records in the order of the codes; `null` where there is none. */
  byCodes(codes: readonly string[]): Promise<(T | null)[]>;
  /** All records of the type, in the order of their codes. */
  page(request: PageRequest): Promise<Page<T>>;
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
  };
}

/** Records in the order of the keys; `null` where there is none. One BatchGet for every hundred keys. */
export async function recordsByKeys<T>(table: Table, keys: readonly Key[]): Promise<(T | null)[]> {
  const items = await table.batchGet(keys, ["pk", "sk", "record"]);
  const found = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, recordOf<T>(item)]));
  return keys.map(({ pk, sk }) => found.get(`${pk}\n${sk}`) ?? null);
}

export const recordOf = <T>(item: Item): T => item.record as T;
