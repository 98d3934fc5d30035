import type { DocumentProjection } from "../../src/projections/published";
import { documentItem, documentKey, isDocumentKey } from "../../src/storage/documents/document.repository";
import type { Item, Key } from "../../src/storage/engine/key";
import { loaded, type Reader } from "../../src/storage/engine/reader";
import type { Table } from "../../src/storage/engine/table";
import { tableReader } from "../../src/storage/engine/table-reader";

const skip = (): never => {
  throw new Error("Everything can be read.");
};

/**
 * Reads the records of a table and nothing that is published: documents, which have no item in the table, are computed from all
 * records. For a table that does not change meanwhile, because each answer of the table is kept.
 */
export async function referenceReader(
  table: Table,
  projections: readonly DocumentProjection[],
): Promise<Reader> {
  const records = tableReader(table);
  const documents = new Map<string, Item>();
  for (const projection of projections) {
    const scopes = await loaded(() =>
      projection.documents({ reader: records, before: null, skip, table }, "EVERYTHING"),
    );
    for (const { scope, documents: own } of scopes)
      for (const [id, document] of own)
        documents.set(nameOf(documentKey(scope, id)), documentItem(scope, id, document));
  }
  const segments = new Map<string, readonly (readonly Item[])[]>();

  function segmentsOf(partition: string): readonly (readonly Item[])[] {
    const known = segments.get(partition);
    if (known !== undefined) return known;
    const own = [...documents.values()].filter(({ pk }) => pk === partition);
    const made = [own.sort((a, b) => (a.sk < b.sk ? -1 : 1))];
    segments.set(partition, made);
    return made;
  }

  return {
    ...records,
    get: (key) => (isDocumentKey(key) ? (documents.get(nameOf(key)) ?? null) : records.get(key)),
    segments: (partition) =>
      isDocumentKey({ pk: partition, sk: "" }) ? segmentsOf(partition) : records.segments(partition),
  };
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
