import { type Page, type PageRequest, readPage, sortKeyBefore } from "../engine/page";
import { given, type ItemFilter } from "../engine/query-input";
import type { Table } from "../engine/table";
import { fromTable } from "../engine/table-reader";
import { settledKey } from "./feed";
import type { RecordType } from "./hub-record";
import { keys } from "./keys";
import type { StoredItem } from "./stored-item";

/** All conditions must hold; absent ones exclude nothing. */
export interface ChangeCriteria {
  readonly types?: readonly RecordType[];
  /** Code of an area of the record, before or after the change. */
  readonly areaCode?: string;
}

/** The last change of a record. */
export type Change = Pick<
  StoredItem,
  "action" | "changedBy" | "code" | "mergedInto" | "reason" | "type" | "updatedAt" | "version"
>;

export function changeRepository(table: Table) {
  return {
    /**
     * The last change of every record, oldest first. A record that changes again moves to the end, so a client that
     * continues from a cursor misses nothing. Changes of the last moments are left for the next page, because another
     * one may still appear before them.
     * @throws HubError INVALID_CURSOR also after everything that any client was given: then the table was restored since.
     */
    async page(criteria: ChangeCriteria, request: PageRequest): Promise<Page<Change>> {
      const { changePk } = keys.change("", "", "");
      const list = { index: "changes", partition: changePk, where: filtersOf(criteria) } as const;
      const upTo = await settledKey(table, sortKeyBefore(list, request));
      return fromTable(table, (reader) =>
        readPage(reader, { ...list, upTo }, request, (items) => items as readonly StoredItem[]),
      );
    },
  };
}

const filtersOf = ({ types = [], areaCode }: ChangeCriteria): ItemFilter[] =>
  given([
    ["type", "oneOf", types.length === 0 ? undefined : types],
    ["changedAreaCodes", "contains", areaCode],
  ]);
