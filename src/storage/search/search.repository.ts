import { HubError } from "../../domain/kit/errors";
import type { SearchDocument } from "../../domain/search/search-document";
import { documentStore } from "../documents/document-store";
import type { Table } from "../engine/table";

export const searchScope = "search";
/** The one document of the scope. */
export const searchIndexId = "index";

/** With a cache of its own, so that no other document evicts the index. */
export function searchRepository(table: Table) {
  const store = documentStore(table);
  return {
    /**
     * The published search documents: the same array until a version with other ones is published. One Get; one more
     * Query after a newer publication.
     * @throws HubError SERVICE_UNAVAILABLE before the first publication.
     */
    async documents(): Promise<readonly SearchDocument[]> {
      const found = await store.document<readonly SearchDocument[]>(searchScope, searchIndexId);
      if (found === null || found.document === null)
        throw new HubError("SERVICE_UNAVAILABLE", "noSearchIndex");
      return found.document;
    },
  };
}
