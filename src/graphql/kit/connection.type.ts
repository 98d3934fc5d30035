import { type ClassType, Int } from "type-graphql";
import type { PageInfo } from "../../queries/kit/connection";
import { NonNull, Nullable, Output } from "./decorators";

@Output("PageInfo", "Position of a page in its list (Relay).")
export class PageInfoType implements PageInfo {
  @NonNull(() => Boolean, "True if the list continues after this page.")
  hasNextPage!: boolean;

  @NonNull(() => Boolean, "True if this page is not the first one.")
  hasPreviousPage!: boolean;

  @Nullable(() => String, "Cursor of the first item; null on an empty page.")
  startCursor!: string | null;

  @Nullable(() => String, "Cursor of the last item, for `after`; null on an empty page.")
  endCursor!: string | null;
}

/** Connection type `<name>Connection` of a node type, with its edge type. */
export function connectionType(name: string, nodeType: () => ClassType, items: string): ClassType {
  @Output(`${name}Edge`, `Item in a page of ${items}, with its cursor.`)
  class EdgeType {
    @NonNull(() => String, "Cursor of this item, for `after`.")
    cursor!: string;

    @NonNull(nodeType, "The item.")
    node!: object;
  }

  @Output(`${name}Connection`, `A page of ${items} (Relay connection).`)
  class ConnectionType {
    @NonNull(() => [EdgeType], "Items of this page with their cursors.")
    edges!: EdgeType[];

    @NonNull(() => [nodeType()], "Items of this page.")
    nodes!: object[];

    @NonNull(() => PageInfoType, "Position of the page in the list.")
    pageInfo!: PageInfoType;

    @NonNull(() => Int, "Exact number of items in the whole filtered list.")
    totalCount!: number;
  }

  return ConnectionType;
}
