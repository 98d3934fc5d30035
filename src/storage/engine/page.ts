import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { decodeCursor, encodeCursor, type Position } from "./cursor";
import type { Item } from "./key";
import type { ListParams, QueryParams } from "./query-input";
import type { Reader } from "./reader";
import { tableDefinition } from "./table-definition";

/** The requested part of a list. */
export interface PageRequest {
  /** 1 to 100. */
  readonly first: number;
  /** Cursor after which to begin; absent for the first page. */
  readonly after?: string | null;
}

/** Part of a list, in the terms of Relay. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  /** Cursor of the last item; `null` on an empty page. */
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  /** Exact size of the whole filtered list, read only on request. */
  totalCount(): number | Promise<number>;
}

/** A condition on listed records that keys cannot express. */
export interface Selection<T> {
  /** Identifies the selection: a cursor is valid only for the same one. */
  readonly name: string;
  keeps(node: T): boolean | boolean;
}

/** Records that a selection examines for one page or one total: the limit fits a city, not a country. */
const maxSelected = 2_000;
const selectedAtOnce = 100;

/** The records of the items of a list; `null` for one that has disappeared. */
type NodesOf<T> = (items: readonly Item[]) => readonly (T | null)[] | readonly (T | null)[];

function readSelectedPage<T>(
  reader: Reader,
  params: ListParams,
  request: PageRequest,
  nodesOf: NodesOf<T>,
  selection: Selection<T>,
): Page<T> {
  const { list, start } = startOf(params, request, selection.name);
  const kept = (limit: number, after?: Record<string, unknown>) => {
    const found: { readonly item: Item; readonly node: T }[] = [];
    let from = after;
    for (let examined = 0; examined < maxSelected; examined += selectedAtOnce) {
      const { items, more } = reader.query({ ...params, ...(from && { after: from }) }, selectedAtOnce);
      const nodes = nodesOf(items);
      // Together, so that their reads are batched.
      const isKept = nodes.map((node) => node !== null && selection.keeps(node));
      for (const [i, item] of items.entries()) {
        const node = nodes[i];
        if (isKept[i] && isOf(item, node)) found.push({ item, node });
      }
      if (found.length > limit || !more) return found;
      from = keyAt(params, items.at(-1)!);
    }

    throw new HubError("LIMIT_EXCEEDED", "selected", { most: maxSelected }, { where: "filter" });
  };
  const found = kept(request.first, start).map(({ item, node }) => ({
    cursor: encodeCursor(list, positionOf(params, item)),
    node,
  }));
  return pageOf(found, request.first, () => kept(Number.POSITIVE_INFINITY).length);
}

/** A page of what was found from its start on: more than it holds if there is a next page. */
export function pageOf<E extends { readonly cursor: string }>(
  found: readonly E[],
  first: number,
  totalCount: () => number | Promise<number>,
) {
  const edges = found.slice(0, first);
  return { edges, endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: found.length > first, totalCount };
}

/**
 * One page of a partition, always full until the data ends; with a selection, of its records only.
 * @throws HubError PAGE_SIZE_OUT_OF_RANGE, INVALID_CURSOR; LIMIT_EXCEEDED if more than `maxSelected` records would
 * have to be examined.
 */
export function readPage<T>(
  reader: Reader,
  params: ListParams,
  request: PageRequest,
  nodesOf: NodesOf<T>,
  selection?: Selection<T>,
): Page<T> {
  if (selection) return readSelectedPage(reader, params, request, nodesOf, selection);
  const { list, start } = startOf(params, request);
  const { items, more } = reader.query({ ...params, ...(start && { after: start }) }, request.first);
  const nodes = nodesOf(items);
  const cursors = items.map((item) => encodeCursor(list, positionOf(params, item)));
  return {
    edges: cursors.flatMap((cursor, i) => {
      const node = nodes[i];
      return isOf(items[i]!, node) ? [{ cursor, node }] : [];
    }),
    endCursor: cursors.at(-1) ?? null,
    hasNextPage: more,
    totalCount: () => reader.count(params),
  };
}

/** All records of a list, page by page. */
export async function allNodes<T>(read: (request: PageRequest) => Promise<Page<T>>): Promise<T[]> {
  const nodes: T[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<T> = await read({ first: limits.pageSize.largest, after });
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.hasNextPage) return nodes;
    after = page.endCursor;
  }
}

/**
 * Whether a record belongs to an item of a list: between the two reads it may have disappeared, or been merged into
 * another one, which has an item of its own.
 */
function isOf<T>({ code }: Item, node: T | null | undefined): node is T {
  if (node === null || node === undefined) return false;
  const own = (node as { readonly code?: string }).code;
  return own === undefined || code === undefined || own === code;
}

/** The name of a list, for its cursors, and the key after which the page begins. */
function startOf(params: ListParams, { first, after }: PageRequest, selection?: string) {
  checkPageSize(first);
  const list = JSON.stringify([params.index, params.partition, params.prefix, params.where, selection]);
  const isFirst = after === null || after === undefined;
  return { list, start: isFirst ? undefined : startKey(params, decodeCursor(list, after), after) };
}

/** @throws HubError PAGE_SIZE_OUT_OF_RANGE. */
export function checkPageSize(first: number): void {
  const { smallest, largest } = limits.pageSize;
  if (Number.isInteger(first) && first >= smallest && first <= largest) return;
  throw new HubError("PAGE_SIZE_OUT_OF_RANGE", "first", { first, smallest, largest }, { where: "first" });
}

/** The partition is known from the query, so a cursor only ever moves within its own list. */
function positionOf({ index }: Pick<QueryParams, "index">, item: Item): Position {
  const indexed = tableDefinition.indexes.find(({ name }) => name === index);
  const names = indexed ? [indexed.sortKey, "pk", "sk"] : ["sk"];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}

function startKey(params: ListParams, position: Position, cursor: string): Record<string, unknown> {
  const indexed = tableDefinition.indexes.find(({ name }) => name === params.index);
  const sort = position[indexed?.sortKey ?? "sk"];
  const complete = indexed ? ["pk", "sk"].every((name) => position[name] !== undefined) : true;
  if (sort === undefined || !complete || !sort.startsWith(params.prefix ?? "")) {
    throw new HubError("INVALID_CURSOR", "nothingThere", { cursor }, { where: "after" });
  }
  return keyAt(params, position);
}

/** The key of an item in the list of a query. */
function keyAt({ index, partition }: ListParams, item: Readonly<Record<string, unknown>>) {
  const indexed = tableDefinition.indexes.find(({ name }) => name === index);
  return indexed
    ? {
        [indexed.partitionKey]: partition,
        [indexed.sortKey]: item[indexed.sortKey],
        pk: item.pk,
        sk: item.sk,
      }
    : { pk: partition, sk: item.sk };
}
