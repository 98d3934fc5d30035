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

    /** Documents of a scope, in the order of their names; `null` for each that is not published. */
    some(scope: string, ids: readonly string[]): unknown[] {
      const items = reader.batchGet(ids.map((id) => documentKey(scope, id)));
      const byId = new Map(items.map(({ sk, document }) => [sk, document]));
      return ids.map((id) => byId.get(id) ?? null);
    },

    /** The search documents, the same array as long as no publication changes them; none before the first publication. */
    search: (): readonly SearchDocument[] =>
      (reader.get(searchKey)?.document as readonly SearchDocument[] | undefined) ?? none,

    /** Codes of the cities with published figures. */
    cities: (): readonly string[] => (reader.get(citiesKey)?.document as readonly string[] | undefined) ?? [],
  };
}

export const searchScope = "search";
/** The one document of the scope. */
export const searchIndexId = "index";
const searchKey = documentKey(searchScope, searchIndexId);
const none: readonly SearchDocument[] = [];

/** Where the codes of the cities with figures stand. */
export const citiesScopeName = "published-cities";
export const citiesId = "codes";
const citiesKey = documentKey(citiesScopeName, citiesId);
