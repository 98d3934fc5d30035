import { toConnection } from "../../queries/kit/connection";
import type { Repositories } from "../../storage";
import type { Page, PageRequest } from "../../storage/engine/page";
import type { Given } from "./argument";
import type { FieldOf } from "./declare";
import type { pageArguments } from "./page.input";

/** Field with a page of a stored list, of a record or of the whole hub. */
export const pageOf = <Source, A extends typeof pageArguments>(
  type: () => object,
  description: string,
  args: A,
  read: (repositories: Repositories, page: Given<A> & PageRequest, source: Source) => Page<unknown>,
): FieldOf<Source> => ({
  type,
  description,
  nullable: true,
  args,
  resolve: (source, page: Given<A> & PageRequest, { repositories }) =>
    toConnection(read(repositories, page, source), page),
});
