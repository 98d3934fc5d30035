import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { SearchType } from "../../domain/search/search-document";
import { findSearch, type SearchConnection } from "../../queries/search/find-search";
import type { Context } from "../kit/context";
import { PageArgs } from "../kit/page.input";
import { SearchTypeEnum } from "./search.enum";
import { SearchConnectionType } from "./search.type";

const { searchText, searchWords } = limits;

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnectionType, {
    nullable: true,
    description:
      "What a text finds in names, places and descriptions, best first. Case, accents, apostrophes, endings and some typing mistakes do not matter; Italian and English words may be mixed.",
  })
  search(
    @Arg("text", () => String, {
      description: `Words as people type them, ${searchText.smallest} to ${searchText.largest} characters, at most ${searchWords} words. The last one may be unfinished.`,
    })
    text: string,
    @Arg("types", () => [SearchTypeEnum], {
      nullable: true,
      description: "What to search; everything when absent or empty.",
    })
    types: SearchType[] | null | undefined,
    @Arg("area", () => String, {
      nullable: true,
      description:
        "Code of an area of any level, for example municipio:5: only what lies in it or serves it. Organisations and words of vocabularies belong to no area and are left out.",
    })
    area: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<SearchConnection> {
    return findSearch({ text, types, area }, page, context);
  }
}
