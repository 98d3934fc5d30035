import { createSourceRef, editorsSourceCode } from "../domain/kit/source-ref";
import type { Table } from "../storage/engine/table";
import { codecs } from "../storage/records/codecs";
import { editorsOrigin, saveAll } from "../storage/records/save";

/** Where facts come from that people wrote into the hub themselves; it is there from the first edit on. */
const record = createSourceRef({
  code: editorsSourceCode,
  title: "Corrections and additions by the editors of this hub",
  publisher: "The editors of this hub",
  licence: "https://creativecommons.org/licenses/by/4.0/",
  rights: "Dati inseriti dai redattori di questo hub; la cronologia di ogni record riporta autore e data.",
  synthetic: false,
});

/** To be called before a record that names it is written; writes it once. */
export async function saveEditorsSource(table: Table, now: string): Promise<void> {
  await saveAll(table, codecs.sourceRef, [record], { origin: editorsOrigin, now });
}

/** The record, saying that editors had a hand in it. */
export const withEditorsSource = <T extends { readonly sourceCodes: readonly string[] }>(edited: T): T => ({
  ...edited,
  sourceCodes: [...new Set([...edited.sourceCodes, record.code])],
});
