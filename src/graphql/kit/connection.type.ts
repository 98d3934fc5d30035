import { type ClassType, Int } from "type-graphql";
import type { PageInfo } from "../../queries/kit/connection";
import { NonNull, Nullable, Output } from "./decorators";

@Output("PageInfo", "Where a page stands in its list (Relay).")
export class PageInfoType implements PageInfo {
  @NonNull(() => Boolean, "True when the list goes on after this page.")
  hasNextPage!: boolean;

  @NonNull(() => Boolean, "True when this page is not the first one.")
  hasPreviousPage!: boolean;

  @Nullable(() => String, "Cursor of the first item; null on an empty page.")
  startCursor!: string | null;

  @Nullable(() => String, "Cursor of the last item, for `after`; null on an empty page.")
  endCursor!: string | null;
}

/** The connection type `<name>Connection` of a node type, with its edge type. */
export function connectionType(name: string, nodeType: () => ClassType, items: string): ClassType {
  @Output(`${name}Edge`, `One of the ${items}, with its place in the list.`)
  class EdgeType {
    @NonNull(() => String, "Place of this item in the list, for `after`.")
    cursor!: string;

    @NonNull(nodeType, "The item itself.")
    node!: object;
  }

  @Output(`${name}Connection`, `A page of ${items} (Relay connection).`)
  class ConnectionType {
    @NonNull(() => [EdgeType], "The items of this page with their cursors.")
    edges!: EdgeType[];

    @NonNull(() => [nodeType()], "The items of this page.")
    nodes!: object[];

    @NonNull(() => PageInfoType, "How to go on.")
    pageInfo!: PageInfoType;

    @NonNull(() => Int, "Exact size of the whole filtered list, not of this page.")
    totalCount!: number;
  }

  return ConnectionType;
}
