import { toConnection } from "../../queries/kit/connection";
import type { Repositories } from "../../storage";
import type { Page } from "../../storage/engine/page";
import type { FieldOf } from "./declare";
import type { PageArgs } from "./page.input";

/** Field with a page of a stored list, of a record or of the whole hub. */
export const pageOf = <Source, Args extends PageArgs>(
  type: () => object,
  description: string,
  args: new () => Args,
  read: (repositories: Repositories, page: Args, source: Source) => Promise<Page<unknown>>,
): FieldOf<Source> => ({
  type,
  description,
  nullable: true,
  args: { page: args },
  resolve: async (source, { page }: { readonly page: Args }, { repositories }) =>
    toConnection(await read(repositories, page, source), page),
});
