import { createSourceRef, editorsSourceCode } from "../domain/kit/source-ref";
import type { Table } from "../storage/engine/table";
import { codecs } from "../storage/records/codecs";
import { editorsOrigin } from "../storage/records/override";
import { saveAll } from "../storage/records/save";

/** The source of facts that people enter in the hub. It exists from the first edit on. */
const record = createSourceRef({
  code: editorsSourceCode,
  title: "Corrections and additions by the editors of this hub",
  publisher: "The editors of this hub",
  licence: "https://creativecommons.org/licenses/by/4.0/",
  rights: {
    it: "Dati inseriti dai redattori di questo hub; la cronologia di ogni record riporta autore e data.",
    en: "Data entered by the editors of this hub; the history of each record gives author and date.",
  },
  synthetic: false,
});

/** Tables in which this process has seen or written the source: nobody removes it. */
const known = new WeakSet<Table>();

/** Call it before a record with this source is written. It writes the source once. */
export async function saveEditorsSource(table: Table, now: string): Promise<void> {
  if (known.has(table)) return;
  await saveAll(table, codecs.sourceRef, [record], { origin: editorsOrigin, now });
  known.add(table);
}

/** Adds the editors to the sources of a record. */
export const withEditorsSource = <T extends { readonly sourceCodes: readonly string[] }>(edited: T): T => ({
  ...edited,
  sourceCodes: [...new Set([...edited.sourceCodes, record.code])],
});
