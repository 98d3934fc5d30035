import type { Item } from "./key";
import { itemsToOrder, orderedPage } from "./ordered-page";
import { type Page, type PageRequest, readPage } from "./page";
import type { ItemFilter, QueryParams } from "./query-input";
import type { Table } from "./table";

/** The order of the stored list, or that of the last writes. */
export type ListOrder = "LISTED" | "UPDATED";

/** The arguments of every list whose items are the records themselves. */
export interface ListRequest extends PageRequest {
  /** Only records that were written at this instant or later. */
  readonly updatedSince?: Date | null;
  /** `LISTED` if absent. */
  readonly sort?: ListOrder | null;
}

/** Sorts after every instant. */
const endOfTime = "~";

/** The filter of items by their last write. */
export const writtenSince = (updatedSince: Date | null | undefined): ItemFilter[] =>
  updatedSince
    ? [{ attribute: "updatedAt", test: "between", value: [updatedSince.toISOString(), endOfTime] }]
    : [];

/**
 * A page of a list whose items are the records themselves, for instance of the index `list`.
 * @throws HubError PAGE_SIZE_OUT_OF_RANGE, INVALID_CURSOR; LIMIT_EXCEEDED for too many records by last write.
 */
export async function readListedPage<T>(
  table: Table,
  params: Omit<QueryParams, "after">,
  { updatedSince, sort, ...request }: ListRequest,
): Promise<Page<T>> {
  const since = writtenSince(updatedSince);
  // Without a condition the list keeps its name, so that earlier cursors stay valid.
  const wanted = since.length > 0 ? { ...params, where: [...(params.where ?? []), ...since] } : params;
  const recordIn = (item: Item): T => item.record as T;
  if (sort !== "UPDATED") return readPage(table, wanted, request, (items) => items.map(recordIn));
  const list = [params.index, params.partition, params.prefix, wanted.where];
  const noName = () => "";
  return orderedPage(list, sort, request, noName, async () =>
    (await itemsToOrder(table, wanted)).map((item) => ({
      code: `${item.pk} ${item.sk}`,
      node: recordIn(item),
      updatedAt: String(item.updatedAt),
    })),
  );
}
