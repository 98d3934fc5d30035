import type { HsdsTaxonomy, HsdsTaxonomyTerm } from "../../domain/hsds/parts";
import { vocabularyName } from "../../domain/hsds/vocabulary";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { hsdsId } from "../../storage/documents/hsds-id";
import { noDescription, present, said } from "./row";

/** A vocabulary of the hub, by its name. */
export const taxonomyRow = (name: string): HsdsTaxonomy => ({
  id: hsdsId("taxonomy", name),
  name,
  description:
    name === vocabularyName
      ? "I fatti di Vicinato per i quali HSDS 3.0 non ha un campo."
      : `Vocabolario «${name}» delle fonti di Vicinato.`,
});

/** A term without its taxonomy, as attributes nest it. */
export const termRow = ({ code, taxonomy, name, description, parentCode }: TaxonomyTerm): HsdsTaxonomyTerm =>
  present({
    id: hsdsId("taxonomy_term", code),
    code: code.slice(taxonomy.length + 1),
    name: said(name) ?? code,
    description: said(description) ?? noDescription,
    parent_id: parentCode === null ? null : hsdsId("taxonomy_term", parentCode),
    taxonomy,
  });

/** A term as its own list gives it. */
export const wholeTerm = (term: HsdsTaxonomyTerm): HsdsTaxonomyTerm => ({
  ...term,
  taxonomy_detail: taxonomyRow(term.taxonomy),
});
