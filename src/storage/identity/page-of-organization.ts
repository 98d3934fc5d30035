import type { Item } from "../engine/key";
import { type Page, type PageRequest, readPage } from "../engine/page";
import { loaded } from "../engine/reader";
import type { Table } from "../engine/table";
import { fromTable } from "../engine/table-reader";
import type { ListKey } from "../records/keys";

/**
 * A page of what organisations have besides records, as the table is now: by organisation and creation.
 * @param list whose sort keys begin with the code of the organisation.
 * @param organizationCode `null` for all.
 * @param nodeOf `null` for an item that the page leaves out.
 */
export async function pageOfOrganization<T>(
  table: Table,
  { listPk: partition }: ListKey,
  organizationCode: string | null,
  request: PageRequest,
  nodeOf: (item: Item) => T | null,
): Promise<Page<T>> {
  const prefix = organizationCode === null ? {} : { prefix: `${organizationCode}#` };
  const page = await fromTable(table, (reader) =>
    readPage<T>(reader, { index: "list", partition, ...prefix }, request, (items) => items.map(nodeOf)),
  );
  return { ...page, totalCount: () => loaded(page.totalCount) };
}
