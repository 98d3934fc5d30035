import { HubError } from "../../domain/kit/errors";
import type { SearchDocument } from "../../domain/search/search-document";
import { type Manifest, publishedRepository } from "../documents/published.repository";
import type { Table } from "../engine/table";

export const searchScope = "search";
/** Raised when the form of the published documents changes: what another release published is then not read. */
export const searchForm = 1;
const attempts = 3;

export const encodeDocuments = (documents: readonly SearchDocument[]): string =>
  JSON.stringify({ form: searchForm, documents });

export function searchRepository(table: Table) {
  const published = publishedRepository(table, searchScope);
  let kept: {
    readonly version: number;
    readonly documents: Promise<readonly SearchDocument[] | null>;
  } | null = null;

  function forget(error: unknown): never {
    kept = null;
    throw error;
  }

  async function load(manifest: Manifest): Promise<readonly SearchDocument[] | null> {
    const content = await published.content(manifest);
    if (content === null) return null;
    const read = JSON.parse(content) as { form: number; documents: SearchDocument[] };
    if (read.form !== searchForm) throw notPublished();
    return read.documents;
  }

  return {
    /**
     * The published search documents: the same array until a newer version is published. One Get; one BatchGet more
     * where a newer version was published since the last call.
     * @throws HubError SERVICE_UNAVAILABLE before the first publication.
     */
    async documents(): Promise<readonly SearchDocument[]> {
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const manifest = await published.manifest();
        if (manifest === null) throw notPublished();
        if (kept?.version !== manifest.version)
          kept = { version: manifest.version, documents: load(manifest) };
        const documents = await kept.documents.catch(forget);
        if (documents !== null) return documents;
        kept = null;
      }
      throw beingPublished();
    },
  };
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
