import type { SearchDocument } from "../../domain/search/search-document";
import type { Item, Key } from "../engine/key";
import type { Reader } from "../engine/reader";

/** Where a document stands in a snapshot: the scope is a city, or a kind of document. */
export const documentKey = (scope: string, id: string): Key => ({ pk: `Document#${scope}`, sk: id });

/** Documents have no item in the table: they are computed at each publication. */
export const isDocumentKey = ({ pk }: Key): boolean => pk.startsWith("Document#");

export interface DocumentItem extends Item {
  readonly document: unknown;
}

export const documentItem = (scope: string, id: string, document: unknown): DocumentItem => ({
  ...documentKey(scope, id),
  document,
});

export function documentRepository(reader: Reader) {
  return {
    /** One document by name; `null` if it is not published. */
    one: <T>(scope: string, id: string): T | null =>
      (reader.get(documentKey(scope, id))?.document as T | undefined) ?? null,

    /** The search documents in pieces: the same array as long as no publication changes one of them. */
    searchSegments: (): readonly (readonly SearchDocument[])[] =>
      reader.segments(documentKey(searchScope, "").pk).map(documentsIn),

    /** Codes of the cities with published figures. */
    cities: (): readonly string[] => (reader.get(citiesKey)?.document as readonly string[] | undefined) ?? [],
  };
}

export const searchScope = "search";
/** One document for each record that can be found. */
export const searchDocumentId = ({ type, code }: Pick<SearchDocument, "code" | "type">): string =>
  `${type}#${code}`;

const searchDocuments = new WeakMap<readonly Item[], readonly SearchDocument[]>();

function documentsIn(items: readonly Item[]): readonly SearchDocument[] {
  const known = searchDocuments.get(items);
  if (known !== undefined) return known;
  const documents = items.map(({ document }) => document as SearchDocument);
  searchDocuments.set(items, documents);
  return documents;
}

/** Where the codes of the cities with figures stand. */
export const citiesScopeName = "published-cities";
export const citiesId = "codes";
const citiesKey = documentKey(citiesScopeName, citiesId);
