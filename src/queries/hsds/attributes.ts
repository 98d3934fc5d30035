import type { HsdsAttribute, HsdsTaxonomyTerm } from "../../domain/hsds/parts";
import { type VocabularyTerm, vocabularyName, vocabularyTerms } from "../../domain/hsds/vocabulary";
import type { ExternalIdentifier } from "../../domain/kit/external-identifier";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { hsdsId } from "../../storage/documents/hsds-id";
import type { Records } from "../kit/records";
import { factualTerms } from "./factual";
import { present, said } from "./row";
import { termRow } from "./taxonomies";

/** A fact for an attribute: a term of the hub's vocabulary with its value, or a term of a taxonomy of the hub. */
export interface Fact {
  readonly term: VocabularyTerm | HsdsTaxonomyTerm;
  /** A fact without a value is none. */
  readonly value?: string | number | null;
  /** What the fact is about, for example the code of a source: `link_type`. */
  readonly of?: string | null;
}

/** @param entity the table of the row. @param owner its id. */
export const attributesOf = (entity: string, owner: string, facts: readonly Fact[]): HsdsAttribute[] =>
  facts
    .filter(({ term, value }) => typeof term !== "string" || (value !== null && value !== undefined))
    .map(({ term, value = null, of = null }) => {
      const taxonomy_term = typeof term === "string" ? ownTerm(term) : term;
      return present({
        // From the facts alone: the words of the term are long, and may be corrected.
        id: hsdsId("attribute", JSON.stringify([owner, taxonomy_term.id, of, value])),
        link_id: owner,
        taxonomy_term_id: taxonomy_term.id,
        link_type: of,
        link_entity: entity,
        value: value === null ? null : String(value),
        taxonomy_term,
      });
    });

const ownTerms = new Map<VocabularyTerm, HsdsTaxonomyTerm>();

/** A term of the hub's vocabulary of attributes. */
export function ownTerm(code: VocabularyTerm): HsdsTaxonomyTerm {
  const known = ownTerms.get(code);
  if (known !== undefined) return known;
  const [name, description] = vocabularyTerms[code];
  const term = {
    id: hsdsId("taxonomy_term", `${vocabularyName}:${code}`),
    ...{ code, name, description, taxonomy: vocabularyName, language: "it" },
  };
  ownTerms.set(code, term);
  return term;
}

/** Terms of the hub's taxonomies that its list has. */
export const termFacts = (codes: readonly string[], of: string, records: Records): Fact[] =>
  factualTerms(codes, records).map((term) => ({ term: termRow(term), of }));

/** Licences travel with the facts. */
export const sourceFacts = (sourceCodes: readonly string[], records: Records): Fact[] =>
  records.sourceRef
    .all(sourceCodes)
    .flatMap(({ code, title, publisher, licence, rights, landingPage }): Fact[] => [
      { term: "source", value: `${title} - ${publisher}`, of: code },
      { term: "licence", value: licence, of: code },
      { term: "attribution", value: said(rights), of: code },
      { term: "source-url", value: landingPage, of: code },
    ]);

/** English texts beside the Italian ones in the fields. */
export const englishFacts = (texts: Readonly<Record<string, LocalizedText | null>>): Fact[] =>
  Object.entries(texts).map(([of, text]) => ({
    term: "english-text",
    value: text !== null && text.it !== null ? text.en : null,
    of,
  }));

export const identifierFacts = (identifiers: readonly ExternalIdentifier[]): Fact[] =>
  identifiers.map(({ scheme, value }) => ({ term: "external-identifier", value, of: scheme }));

/** What the hub knows about how a record stands. */
export const standingFacts = (record: {
  readonly statusDate: string | null;
  readonly certainty: string | null;
  readonly citations: readonly { readonly url: string }[];
}): Fact[] => [
  { term: "status-date", value: record.statusDate },
  { term: "certainty", value: record.certainty },
  ...record.citations.map(({ url }): Fact => ({ term: "citation", value: url })),
];
