import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { limits } from "../../domain/limits";
import type { ListOrder } from "../../storage/listed-page";
import type { Page } from "../../storage/page";
import { enumType } from "./enum-type";

const { smallest, largest, usual } = limits.pageSize;

/** The description of every `updatedSince` argument. */
export const updatedSinceDescription =
  "Only what was written in the hub at this moment or later; what was removed does not come.";

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: usual,
    description: `How many items to return, ${smallest} to ${largest}; more is refused, never cut.`,
  })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Where to go on: the endCursor of the page before. A cursor is good only for the list and filter it came from.",
  })
  after?: string | null;
}

const ListOrderEnum = enumType<ListOrder>("ListOrder", "In which order a list comes.", {
  LISTED: "The order that the list itself tells of, for example by code.",
  UPDATED: "By the last write in the hub, newest first; for lists of at most 2,000.",
});

/** What the lists can be asked whose records are kept in the list itself. */
@ArgsType()
export class ListArgs extends PageArgs {
  @Field(() => GraphQLDateTime, { nullable: true, description: updatedSinceDescription })
  updatedSince?: Date | null;

  @Field(() => ListOrderEnum, { defaultValue: "LISTED", description: "In which order." })
  sort!: ListOrder;
}

@ObjectType("PageInfo", { description: "Where a page stands in its list (Relay).", simpleResolvers: true })
export class PageInfoType {
  @Field(() => Boolean, { description: "True when the list goes on after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "True when this page is not the first one." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last item, for `after`; null on an empty page.",
  })
  endCursor!: string | null;
}

/** What a connection resolver returns; `totalCount` is read only when a query asks for it. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfoType;
  readonly totalCount: () => Promise<number>;
}

export const toConnection = <T>(page: Page<T>, { after }: Pick<PageArgs, "after">): Connection<T> => ({
  edges: page.edges,
  nodes: page.edges.map((edge) => edge.node),
  pageInfo: {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: (after ?? null) !== null,
    startCursor: page.edges[0]?.cursor ?? null,
    endCursor: page.endCursor,
  },
  totalCount: page.totalCount,
});

/** The connection type `<name>Connection` of a node type, with its edge type. */
export function connectionType(name: string, nodeType: () => ClassType, items: string): ClassType {
  @ObjectType(`${name}Edge`, {
    description: `One of the ${items}, with its place in the list.`,
    simpleResolvers: true,
  })
  class EdgeType {
    @Field(() => String, { description: "Place of this item in the list, for `after`." })
    cursor!: string;

    @Field(nodeType, { description: "The item itself." })
    node!: object;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of ${items} (Relay connection).`,
    simpleResolvers: true,
  })
  class ConnectionType {
    @Field(() => [EdgeType], { description: "The items of this page with their cursors." })
    edges!: EdgeType[];

    @Field(() => [nodeType()], { description: "The items of this page." })
    nodes!: object[];

    @Field(() => PageInfoType, { description: "How to go on." })
    pageInfo!: PageInfoType;

    @Field(() => Int, { description: "Exact size of the whole filtered list, not of this page." })
    totalCount!: number;
  }

  return ConnectionType;
}
