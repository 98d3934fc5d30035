import { type VocabularyTerm, vocabularyName, vocabularyTerms } from "../../domain/hsds/vocabulary";
import type { HsdsListed, HsdsTable } from "../../storage/documents/hsds.repository";
import { ownTerm } from "./attributes";

const own = Object.keys(vocabularyTerms) as VocabularyTerm[];

const entries: readonly HsdsListed[] = own
  .map((code) => ({
    id: ownTerm(code).id,
    code: `${vocabularyName}:${code}`,
    updatedAt: "",
    taxonomy: vocabularyName,
  }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The terms of attributes come after those of the data: they have no record. */
export const ownEntries = (table: HsdsTable): (readonly HsdsListed[])[] =>
  table === "taxonomy_term" ? [entries] : [];

/** The term of an id or code of `vocabularyName`; `null` for any other. */
export function ownTermOf(name: string): ReturnType<typeof ownTerm> | null {
  const code = own.find((each) => `${vocabularyName}:${each}` === name || ownTerm(each).id === name);
  return code === undefined ? null : ownTerm(code);
}
