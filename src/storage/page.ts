import { HubError } from "../domain/errors";
import { limits } from "../domain/limits";
import { decodeCursor, encodeCursor, invalidCursor, type Position } from "./cursor";
import type { QueryParams } from "./query-input";
import type { Item, Table } from "./table";
import { tableDefinition } from "./table-definition";

/** Which part of a list is wanted. */
export interface PageRequest {
  /** 1 to 100. */
  readonly first: number;
  /** Cursor after which to begin; absent for the first page. */
  readonly after?: string | null;
}

/** Part of a list, in the words of Relay. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  /** Cursor of the last item; `null` on an empty page. */
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  /** Exact size of the whole filtered list, read only when asked for. */
  totalCount(): Promise<number>;
}

/**
 * One page of a partition, always full until the data ends.
 * @throws HubError PAGE_SIZE_OUT_OF_RANGE, INVALID_CURSOR.
 */
export async function readPage<T>(
  table: Table,
  params: Omit<QueryParams, "after">,
  { first, after }: PageRequest,
  nodesOf: (items: readonly Item[]) => Promise<readonly (T | null)[]> | readonly (T | null)[],
): Promise<Page<T>> {
  checkPageSize(first);
  const list = JSON.stringify([params.index, params.partition, params.prefix, params.where]);
  const start =
    after === null || after === undefined ? undefined : startKey(params, decodeCursor(list, after), after);
  const { items, more } = await table.query({ ...params, ...(start && { after: start }) }, first);
  const nodes = await nodesOf(items);
  const cursors = items.map((item) => encodeCursor(list, positionOf(params, item)));
  return {
    // An item whose record vanished between the two reads has no node and is left out.
    edges: cursors.flatMap((cursor, i) => {
      const node = nodes[i];
      return node === undefined || node === null ? [] : [{ cursor, node }];
    }),
    endCursor: cursors.at(-1) ?? null,
    hasNextPage: more,
    totalCount: () => table.count(params),
  };
}

function checkPageSize(first: number): void {
  const { smallest, largest } = limits.pageSize;
  if (Number.isInteger(first) && first >= smallest && first <= largest) return;
  throw new HubError("PAGE_SIZE_OUT_OF_RANGE", {
    message: `first is ${first}; it must be ${smallest} to ${largest}.`,
    messageIt: `first è ${first}; deve essere da ${smallest} a ${largest}.`,
    hint: `Ask for at most ${largest} and go on with after: pageInfo.endCursor.`,
    where: "first",
  });
}

/** The partition is known from the query, so a cursor only ever moves within the list that it is used on. */
function positionOf({ index }: Pick<QueryParams, "index">, item: Item): Position {
  const indexed = tableDefinition.indexes.find(({ name }) => name === index);
  const names = indexed ? [indexed.sortKey, "pk", "sk"] : ["sk"];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}

function startKey(
  params: Omit<QueryParams, "after">,
  position: Position,
  cursor: string,
): Record<string, string> {
  const indexed = tableDefinition.indexes.find(({ name }) => name === params.index);
  const sort = position[indexed?.sortKey ?? "sk"];
  const complete = indexed ? ["pk", "sk"].every((name) => position[name] !== undefined) : true;
  if (sort === undefined || !complete || !sort.startsWith(params.prefix ?? "")) {
    throw invalidCursor(cursor, "points at nothing in this list", "non indica nulla in questo elenco");
  }
  return indexed
    ? {
        [indexed.partitionKey]: params.partition,
        [indexed.sortKey]: sort,
        pk: position.pk!,
        sk: position.sk!,
      }
    : { pk: params.partition, sk: sort };
}
