import { HubError } from "../../domain/kit/errors";
import { byText } from "../../domain/kit/order";
import { decodeCursor, encodeCursor } from "./cursor";
import { type Item, sortableText } from "./key";
import { checkPageSize, type Page, type PageRequest, pageOf, readPage, type Selection } from "./page";
import type { ItemFilter, ListParams } from "./query-input";
import type { Reader } from "./reader";

/** A record for an order that no key has. */
export interface Candidate<T> {
  readonly code: string;
  readonly node: T;
  /** Instant of the last write, ISO 8601 UTC. */
  readonly updatedAt: string;
  /** From the point of the request, if there is one. */
  readonly distanceMetres?: number;
}

/** Such a list is sorted in memory: the limit fits a city, not a country. */
export const maxOrdered = 2_000;

interface Order {
  /** Never empty; together with the code it is the position of a record in the list. */
  valueOf(candidate: Candidate<unknown>, name: string): string;
  /** `NaN` for a value of another order. */
  compare(a: string, b: string): number;
}

// The sign ends a name, as in the keys of the lists.
const nameValue = (_: unknown, name: string): string => `${sortableText(name)}#`;

const orders = {
  NAME: { valueOf: nameValue, compare: byText },
  NAME_DESC: { valueOf: nameValue, compare: (a, b) => byText(b, a) },
  /** Newest first. */
  UPDATED: { valueOf: ({ updatedAt }) => updatedAt, compare: (a, b) => Date.parse(b) - Date.parse(a) },
  DISTANCE: {
    valueOf: ({ distanceMetres }) => String(distanceMetres),
    compare: (a, b) => Number(a) - Number(b),
  },
} as const satisfies Record<string, Order>;
export type OrderName = keyof typeof orders;

/**
 * A page of records in an order that no key has. Records that are neither written nor removed meanwhile appear exactly
 * once.
 * @param list names the records: a cursor is valid only for the same list and order.
 * @throws HubError PAGE_SIZE_OUT_OF_RANGE, INVALID_CURSOR, and the errors of `read`.
 */
export function orderedPage<T>(
  list: readonly unknown[],
  orderName: OrderName,
  { first, after }: PageRequest,
  nameOf: (node: T) => string,
  read: () => readonly Candidate<T>[],
  selection?: Selection<T>,
): Page<T> {
  checkPageSize(first);
  const order: Order = orders[orderName];
  const ownList = JSON.stringify([JSON.stringify(list), orderName]);
  const start = after === null || after === undefined ? null : startOf(ownList, order, after);
  const placed = keptOf(read(), selection).map((candidate) => {
    const { code, node } = candidate;
    return { code, node, value: order.valueOf(candidate, nameOf(node)) };
  });
  const inOrder = (a: Place, b: Place): number => order.compare(a.value, b.value) || byText(a.code, b.code);
  placed.sort(inOrder);
  const rest = start === null ? placed : placed.filter((each) => inOrder(start, each) < 0);
  // One more than the page holds shows that there is a next one.
  const found = rest.slice(0, first + 1).map(({ code, node, value }) => ({
    cursor: encodeCursor(ownList, { value, code }),
    node,
  }));
  return pageOf(found, first, () => placed.length);
}

interface Place {
  readonly value: string;
  readonly code: string;
}

function startOf(list: string, order: Order, cursor: string): Place {
  const { value, code } = decodeCursor(list, cursor);
  if (value !== undefined && code !== undefined && order.compare(value, value) === 0) return { value, code };
  throw new HubError("INVALID_CURSOR", "nothingThere", { cursor }, { where: "after" });
}

/** The candidates that a selection keeps; all without a selection. */
export function keptOf<T, C extends Candidate<T>>(
  candidates: readonly C[],
  selection: Selection<T> | undefined,
): C[] {
  const kept = candidates.map(({ node }) => selection?.keeps(node) ?? true);
  return candidates.filter((_, i) => kept[i]);
}

/**
 * All items of a list, for another order.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function itemsToOrder(reader: Reader, params: ListParams): readonly Item[] {
  const { items, more } = reader.query(params, maxOrdered);
  if (more) throw tooManyToOrder();
  return items;
}

export const tooManyToOrder = (): HubError =>
  new HubError("LIMIT_EXCEEDED", "ordered", { most: maxOrdered }, { where: "sort" });

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
export function readListedPage<T>(
  reader: Reader,
  params: ListParams,
  { updatedSince, sort, ...request }: ListRequest,
): Page<T> {
  const since = writtenSince(updatedSince);
  // Without a condition the list keeps its name, so that earlier cursors stay valid.
  const wanted = since.length > 0 ? { ...params, where: [...(params.where ?? []), ...since] } : params;
  const recordIn = (item: Item): T => item.record as T;
  if (sort !== "UPDATED") return readPage(reader, wanted, request, (items) => items.map(recordIn));
  const list = [params.index, params.partition, params.prefix, wanted.where];
  const noName = () => "";
  return orderedPage(list, sort, request, noName, () =>
    itemsToOrder(reader, wanted).map((item) => ({
      code: `${item.pk} ${item.sk}`,
      node: recordIn(item),
      updatedAt: String(item.updatedAt),
    })),
  );
}
