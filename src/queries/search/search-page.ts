import { HubError } from "../../domain/kit/errors";
import { byText } from "../../domain/kit/order";
import { type SearchType, searchTypes } from "../../domain/search/search-document";
import { typedWords } from "../../domain/text/typed-words";
import type { Repositories } from "../../storage";
import { decodeCursor, encodeCursor } from "../../storage/engine/cursor";
import { checkPageSize, type Page, type PageRequest, pageOf } from "../../storage/engine/page";
import { inOrder, type Placed, type SearchHit, SearchIndex, type SearchQuery } from "./search-index";

interface SearchEdge<T> extends Pick<SearchHit, "score" | "hasAllWords" | "highlights"> {
  readonly cursor: string;
  readonly node: T;
}

export interface SearchPage<T> extends Page<T> {
  readonly edges: readonly SearchEdge<T>[];
}

/** One index for each published version. */
const indexes = new WeakMap<Searched, SearchIndex>();

/** The published documents of a version. */
export type Searched = Pick<Repositories["documents"], "searchSegments">;

export function indexOf(documents: Searched): SearchIndex {
  const known = indexes.get(documents);
  if (known) return known;
  const index = new SearchIndex(documents.searchSegments());
  indexes.set(documents, index);
  return index;
}

/** @throws HubError SERVICE_UNAVAILABLE before the first publication. */
export function searched({ documents }: Pick<Repositories, "documents">): Searched {
  if (documents.cities().length > 0 || documents.searchSegments().some(({ length }) => length > 0))
    return documents;
  throw new HubError("SERVICE_UNAVAILABLE", "noSearchIndex");
}

/** The codes of all records of a type that a text finds, in the order of codes. */
export const searchedCodes = (documents: Searched, text: string, type: SearchType): readonly string[] =>
  indexOf(documents)
    .find({ text, types: [type] })
    .map(({ code }) => code)
    .sort(byText);

/**
 * The results for a text, best first. A page is full until the data ends: records that cannot be read are left out.
 * @throws HubError PAGE_SIZE_OUT_OF_RANGE, INVALID_CURSOR.
 */
export function searchPage<T>(
  documents: Searched,
  query: SearchQuery,
  { first, after }: PageRequest,
  nodesOf: (hits: readonly SearchHit[]) => readonly (T | null)[],
): SearchPage<T> {
  checkPageSize(first);
  const list = JSON.stringify([
    "search",
    typedWords(query.text),
    query.types,
    query.areaCode,
    query.statuses,
  ]);
  const start = after === null || after === undefined ? null : placeOf(list, after);
  const hits = indexOf(documents).find(query);
  const rest = start === null ? hits : hits.filter((hit) => inOrder(start, hit) < 0);
  const found: SearchEdge<T>[] = [];
  for (let next = 0; next < rest.length && found.length <= first; ) {
    const group = rest.slice(next, next + first + 1 - found.length);
    next += group.length;
    const nodes = nodesOf(group);
    for (const [i, { type, code, ...hit }] of group.entries()) {
      const node = nodes[i];
      const cursor = encodeCursor(list, { score: String(hit.score), type, code });
      if (node !== null && node !== undefined) found.push({ cursor, node, ...hit });
    }
  }
  return pageOf(found, first, () => hits.length);
}

function placeOf(list: string, cursor: string): Placed {
  const { score, type, code } = decodeCursor(list, cursor);
  const known = searchTypes.find((each) => each === type);
  if (known !== undefined && code !== undefined && Number(score) > 0)
    return { score: Number(score), type: known, code };
  throw new HubError("INVALID_CURSOR", "nothingThere", { cursor }, { where: "after" });
}
