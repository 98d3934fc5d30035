import type { Codec } from "./codec";
import { keys, type RecordType } from "./keys";
import { type Page, type PageRequest, readPage } from "./page";
import { recordOf, recordsRepository } from "./records.repository";
import type { Table } from "./table";

/** What every type of record that belongs to a strategy can be asked. */
export interface StrategyRecordsRepository<T> {
  /** Records in the order of the codes; `null` where there is none. */
  byCodes(codes: readonly string[]): Promise<(T | null)[]>;
  /** The records of one strategy, in the order of their type: one Query. */
  ofStrategy(strategyCode: string, request: PageRequest): Promise<Page<T>>;
}

export function strategyRecordsRepository<T>(table: Table, codec: Codec<T>): StrategyRecordsRepository<T> {
  const type = codec.type as RecordType;
  return {
    byCodes: recordsRepository<T>(table, codec).byCodes,
    ofStrategy(strategyCode, request) {
      const { listPk } = keys.list.strategyRecords(type, strategyCode, "", "");
      return readPage(table, { index: "list", partition: listPk }, request, (items) =>
        items.map((item) => recordOf<T>(item)),
      );
    },
  };
}
