import { limits } from "../../domain/kit/limits";
import { findSearch } from "../../queries/search/find-search";
import { codeOf, optional, required } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { statuses } from "../kit/standing.fields";
import { SearchTypeEnum } from "./search.enum";
import { SearchConnectionType } from "./search.type";

const { searchText, searchWords } = limits;

queries({
  search: operation(
    () => SearchConnectionType,
    "Records that match a text in names, addresses and descriptions, best match first. Rare words count most; places and services precede terms of the same words. Case, accents, apostrophes, endings and some typing mistakes do not matter. Italian and English words can be mixed.",
    {
      text: required(
        () => String,
        `Search words, ${searchText.smallest} to ${searchText.largest} characters, at most ${searchWords} words. The last word can be incomplete.`,
      ),
      types: optional(() => [SearchTypeEnum], "Types to search; all types when absent or empty."),
      area: optional(
        codeOf("area"),
        "Code of an area of any level, for example municipio:5: restricts results to records that lie in it or serve it. Indicators, organisations, sources and terms belong to no area and are excluded.",
      ),
      statuses,
      ...pageArguments,
    },
    ({ text, types, area, statuses, ...page }, context) =>
      findSearch({ text, types, area, statuses }, page, context),
  ),
});
