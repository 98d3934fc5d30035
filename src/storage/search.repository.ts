import { HubError } from "../domain/errors";
import { type SearchDocument, searchTypes } from "../domain/search-document";
import { typedWords } from "../domain/text/typed-words";
import { decodeCursor, encodeCursor, invalidCursor } from "./cursor";
import { checkPageSize, type Page, type PageRequest } from "./page";
import { type Manifest, publishedRepository } from "./published.repository";
import { inOrder, type Placed, type SearchHit, SearchIndex, type SearchQuery } from "./search-index";
import type { Table } from "./table";

export const searchScope = "search";
/** Raised when the form of the published documents changes: what another release published is then not read. */
export const searchForm = 1;
const attempts = 3;

export interface SearchEdge<T> extends Pick<SearchHit, "score" | "hasAllWords" | "highlights"> {
  readonly cursor: string;
  readonly node: T;
}

export interface SearchPage<T> extends Page<T> {
  readonly edges: readonly SearchEdge<T>[];
}

export const encodeDocuments = (documents: readonly SearchDocument[]): string =>
  JSON.stringify({ form: searchForm, documents });

export function searchRepository(table: Table) {
  const published = publishedRepository(table, searchScope);
  let kept: { readonly version: number; readonly index: Promise<SearchIndex | null> } | null = null;

  /** One Get; one BatchGet more where a newer version was published since the last search. */
  async function currentIndex(): Promise<SearchIndex> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const manifest = await published.manifest();
      if (manifest === null) throw notPublished();
      if (kept?.version !== manifest.version) kept = { version: manifest.version, index: load(manifest) };
      const index = await kept.index.catch(forget);
      if (index !== null) return index;
      kept = null;
    }
    throw beingPublished();
  }

  function forget(error: unknown): never {
    kept = null;
    throw error;
  }

  async function load(manifest: Manifest): Promise<SearchIndex | null> {
    const content = await published.content(manifest);
    if (content === null) return null;
    const read = JSON.parse(content) as { form: number; documents: SearchDocument[] };
    if (read.form !== searchForm) throw notPublished();
    return new SearchIndex(read.documents);
  }

  return {
    /**
     * What a text finds, best first. A page is full until the data ends: what was deleted since the publication is
     * left out.
     * @throws HubError PAGE_SIZE_OUT_OF_RANGE, INVALID_CURSOR, and SERVICE_UNAVAILABLE before the first publication.
     */
    async page<T>(
      query: SearchQuery,
      { first, after }: PageRequest,
      nodesOf: (hits: readonly SearchHit[]) => Promise<readonly (T | null)[]>,
    ): Promise<SearchPage<T>> {
      checkPageSize(first);
      const list = JSON.stringify(["search", typedWords(query.text), query.types, query.areaCode]);
      const start = after === null || after === undefined ? null : placeOf(list, after);
      const hits = (await currentIndex()).find(query);
      const rest = start === null ? hits : hits.filter((hit) => inOrder(start, hit) < 0);
      const found: SearchEdge<T>[] = [];
      for (let next = 0; next < rest.length && found.length <= first; ) {
        const group = rest.slice(next, next + first + 1 - found.length);
        next += group.length;
        const nodes = await nodesOf(group);
        for (const [i, { type, code, ...hit }] of group.entries()) {
          const node = nodes[i];
          const cursor = encodeCursor(list, { score: String(hit.score), type, code });
          if (node !== null && node !== undefined) found.push({ cursor, node, ...hit });
        }
      }
      const edges = found.slice(0, first);
      return {
        edges,
        endCursor: edges.at(-1)?.cursor ?? null,
        hasNextPage: found.length > first,
        totalCount: async () => hits.length,
      };
    },
  };
}

function placeOf(list: string, cursor: string): Placed {
  const { score, type, code } = decodeCursor(list, cursor);
  const known = searchTypes.find((each) => each === type);
  if (known !== undefined && code !== undefined && Number(score) > 0)
    return { score: Number(score), type: known, code };
  throw invalidCursor(cursor, "points at nothing in this list", "non indica nulla in questo elenco");
}

const notPublished = (): HubError =>
  new HubError("SERVICE_UNAVAILABLE", {
    message: "Nothing can be searched yet: no search index of this release was published.",
    messageIt: "Non si può ancora cercare: nessun indice di questa versione è stato pubblicato.",
    hint: "Import data, or start the hub with its starter data: both publish the index.",
  });

const beingPublished = (): HubError =>
  new HubError("SERVICE_UNAVAILABLE", {
    message: "A new search index is being published.",
    messageIt: "È in corso la pubblicazione di un nuovo indice di ricerca.",
    hint: "Try again in some seconds.",
  });
