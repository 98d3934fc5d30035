import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { ListOrder, ListRequest } from "../../storage/engine/listed-page";
import type { PageRequest } from "../../storage/engine/page";
import { Default, Nullable } from "./decorators";
import { enumType } from "./enum-type";

const { smallest, largest, usual } = limits.pageSize;

/** The description of every `updatedSince` argument. */
export const updatedSinceDescription =
  "Only what was written in the hub at this moment or later; what was removed does not come.";

@ArgsType()
export class PageArgs implements PageRequest {
  @Default(
    () => Int,
    usual,
    `How many items to return, ${smallest} to ${largest}; more is refused, never cut.`,
  )
  first!: number;

  @Nullable(
    () => String,
    "Where to go on: the endCursor of the page before. A cursor is good only for the list and filter it came from.",
  )
  after?: string | null;
}

const ListOrderEnum = enumType<ListOrder>("ListOrder", "In which order a list comes.", {
  LISTED: "The order that the list itself tells of, for example by code.",
  UPDATED: "By the last write in the hub, newest first; for lists of at most 2,000.",
});

/** What the lists can be asked whose records are kept in the list itself. */
@ArgsType()
export class ListArgs extends PageArgs implements ListRequest {
  @Nullable(() => GraphQLDateTime, updatedSinceDescription)
  updatedSince?: Date | null;

  @Default(() => ListOrderEnum, "LISTED", "In which order.")
  sort!: ListOrder;
}
