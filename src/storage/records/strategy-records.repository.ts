import { limits } from "../../domain/kit/limits";
import { type ListRequest, readListedPage } from "../engine/listed-page";
import type { Page } from "../engine/page";
import type { Table } from "../engine/table";
import { readWhole } from "../engine/whole-list";
import type { Coded } from "./codec";
import { keys } from "./keys";
import { type CodedRepository, codedRepository, recordOf } from "./records.repository";

export interface StrategyRecordsRepository<T> extends CodedRepository<T> {
  /** The records of one strategy, in the order of their type: one Query. */
  ofStrategy(strategyCode: string, request: ListRequest, areaCode?: string): Promise<Page<T>>;
  /** For totals: one Query; an error above `limits.totalledRecords`. */
  allOfStrategy(strategyCode: string): Promise<T[]>;
}

export function strategyRecordsRepository<T>(table: Table, codec: Coded<T>): StrategyRecordsRepository<T> {
  const { type } = codec;
  return {
    ...codedRepository(table, codec),
    async allOfStrategy(strategyCode) {
      const { listPk } = keys.list.strategyRecords(type, strategyCode, "", "");
      const whole = { limit: limits.totalledRecords, type };
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
