import { limits } from "../../domain/kit/limits";
import { type ListRequest, readListedPage } from "../engine/listed-page";
import type { Page } from "../engine/page";
import type { Table } from "../engine/table";
import { readWhole } from "../engine/whole-list";
import type { Codec } from "../records/codec";
import { keys, type RecordType } from "../records/keys";
import { recordOf, recordsRepository } from "../records/records.repository";

/** The repository of any type of record that belongs to a strategy. */
export interface StrategyRecordsRepository<T> {
  /** Records in the order of the codes; `null` if there is none. */
  byCodes(codes: readonly string[]): Promise<(T | null)[]>;
  /** The records of one strategy, in the order of their type: one Query. */
  ofStrategy(strategyCode: string, request: ListRequest, areaCode?: string): Promise<Page<T>>;
  /** All at once, for totals: one Query; an error above `limits.totalledRecords`. */
  allOfStrategy(strategyCode: string): Promise<T[]>;
}

export function strategyRecordsRepository<T>(table: Table, codec: Codec<T>): StrategyRecordsRepository<T> {
  const type = codec.type as RecordType;
  return {
    byCodes: recordsRepository<T>(table, codec).byCodes,
    async allOfStrategy(strategyCode) {
      const { listPk } = keys.list.strategyRecords(type, strategyCode, "", "");
      const whole = { limit: limits.totalledRecords, what: `records of the type ${type}` };
      const items = await readWhole(table, { index: "list", partition: listPk }, whole);
      return items.map((item) => recordOf<T>(item));
    },
    ofStrategy(strategyCode, request, areaCode) {
      const { listPk } = keys.list.strategyRecords(type, strategyCode, "", "");
      const where = areaCode !== undefined && {
        where: [{ attribute: "areaCodes", test: "contains" as const, value: areaCode }],
      };
      return readListedPage(table, { index: "list", partition: listPk, ...where }, request);
    },
  };
}
