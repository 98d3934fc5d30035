import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import type { PageInfo } from "../../queries/kit/connection";

@ObjectType("PageInfo", { description: "Where a page stands in its list (Relay).", simpleResolvers: true })
export class PageInfoType implements PageInfo {
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
