import { limits } from "../../domain/kit/limits";
import { searchTypes } from "../../domain/search/search-document";
import { nearestTexts } from "../../domain/text/nearest-texts";
import type { Repositories } from "../../storage";
import { codecs } from "../../storage/records/codecs";
import type { NearestCodes } from "../kit/records";
import { indexOf } from "./search-page";

/** Suggestions for one code. */
const most = 5;

/**
 * Codes that may have been meant: the neighbours in the list of codes, and the records with such a name. The cost is the same
 * for any number of records: some ranges of codes with a bound, and one look-up in the search index.
 */
export const nearestCodes =
  (repositories: Pick<Repositories, "codes" | "documents">): NearestCodes =>
  (name, given) => {
    const typed = given.trim().slice(0, limits.searchText.largest);
    const [beside, named] = [
      repositories.codes.near(name, typed.toLowerCase()),
      codesNamed(repositories, codecs[name].type, typed),
    ];
    const nearest = nearestTexts(typed, [...named.some, ...beside], most);
    return [...new Set([...named.all, ...nearest])].slice(0, most);
  };

/** By name: the records with all words, and those with some. Without an index there are none. */
function codesNamed({ documents }: Pick<Repositories, "documents">, type: string, typed: string) {
  const wanted = type.replace(/(?<=[a-z])[A-Z]/g, "_$&").toUpperCase();
  const searchType = searchTypes.find((each) => each === wanted);
  if (searchType === undefined) return { all: [], some: [] };
  const hits = indexOf(documents).find({ text: typed, types: [searchType] });
  const isName = hits.filter(
    ({ hasAllWords, highlights }) => hasAllWords && highlights()[0]?.field === "NAME",
  );
  return { all: isName.slice(0, most).map(codeOf), some: hits.slice(0, most).map(codeOf) };
}

const codeOf = ({ code }: { readonly code: string }): string => code;
