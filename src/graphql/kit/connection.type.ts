import { type ClassType, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { Connection, PageInfo } from "../../queries/kit/connection";
import { nonNull, nullable, output } from "./output";

export const PageInfoType = output<PageInfo>("PageInfo", "Position of a page in its list (Relay).", {
  hasNextPage: nonNull(() => Boolean, "True if the list continues after this page."),
  hasPreviousPage: nonNull(() => Boolean, "True if this page is not the first one."),
  startCursor: nullable(() => String, "Cursor of the first item; null on an empty page."),
  endCursor: nullable(() => String, "Cursor of the last item, for `after`; null on an empty page."),
});

const most = limits.pageSize.largest;

/** Connection type `<name>Connection` of a node type, with its edge type. */
export function connectionType(name: string, nodeType: () => ClassType, items: string) {
  const EdgeType = output<Connection<object>["edges"][number]>(
    `${name}Edge`,
    `Item in a page of ${items}, with its cursor.`,
    {
      cursor: nonNull(() => String, "Cursor of this item, for `after`."),
      node: nonNull(nodeType, "The item."),
    },
  );
  return output<Connection<object>>(`${name}Connection`, `A page of ${items} (Relay connection).`, {
    edges: nonNull(() => [EdgeType], "Items of this page with their cursors.", most),
    nodes: nonNull(() => [nodeType()], "Items of this page.", most),
    pageInfo: nonNull(() => PageInfoType, "Position of the page in the list."),
    totalCount: nonNull(() => Int, "Exact number of items in the whole filtered list."),
  });
}
