import { limits } from "../../domain/kit/limits";
import { findSearch } from "../../queries/search/find-search";
import { optional, required } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { PageArgs } from "../kit/page.input";
import { SearchTypeEnum } from "./search.enum";
import { SearchConnectionType } from "./search.type";

const { searchText, searchWords } = limits;

queries({
  search: operation(
    () => SearchConnectionType,
    "What a text finds in names, places and descriptions, best first. Case, accents, apostrophes, endings and some typing mistakes do not matter; Italian and English words may be mixed.",
    {
      text: required(
        () => String,
        `Words as people type them, ${searchText.smallest} to ${searchText.largest} characters, at most ${searchWords} words. The last one may be unfinished.`,
      ),
      types: optional(() => [SearchTypeEnum], "What to search; everything when absent or empty."),
      area: optional(
        () => String,
        "Code of an area of any level, for example municipio:5: only what lies in it or serves it. Organisations and words of vocabularies belong to no area and are left out.",
      ),
      page: PageArgs,
    },
    ({ page, ...given }, context) => findSearch(given, page, context),
  ),
});
