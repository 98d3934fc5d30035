import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { ListOrder } from "../../storage/engine/ordered-page";
import { optional, usually } from "./argument";
import { enumType } from "./enum-type";
import { DateTimeScalar } from "./scalars";

const { smallest, largest, usual } = limits.pageSize;

/** Description of every `updatedSince` argument. */
export const updatedSinceDescription =
  "Moment of the earliest change: returns records written in the hub since then, without removed records.";

export const pageArguments = {
  first: usually(
    () => Int,
    usual,
    `Number of items to return, ${smallest} to ${largest}. A larger number is rejected.`,
  ),
  after: optional(
    () => String,
    "Cursor to continue from: endCursor of the previous page. It is valid only for the same list and filter.",
  ),
};

const ListOrderEnum = enumType<ListOrder>("ListOrder", "Order of a list.", {
  LISTED: "Order stated in the description of the list, for example by code.",
  UPDATED: "By last change in the hub, newest first; for lists of at most 2,000 items.",
});

/** Arguments of lists that contain whole records. */
export const listArguments = {
  ...pageArguments,
  updatedSince: optional(() => DateTimeScalar, updatedSinceDescription),
  sort: usually(() => ListOrderEnum, "LISTED", "Order of the list."),
};
