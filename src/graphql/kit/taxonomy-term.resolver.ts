import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { findTaxonomyTerms } from "../../queries/kit/find-taxonomy-terms";
import { optional } from "./argument";
import { fields, operation, queries } from "./declare";
import { listArguments } from "./page.input";
import { TaxonomyTermFilterInput } from "./taxonomy-term.input";
import { TaxonomyTermConnectionType, TaxonomyTermType, toTerm } from "./taxonomy-term.type";

queries({
  taxonomyTerms: operation(
    () => TaxonomyTermConnectionType,
    "Terms of all vocabularies, by code.",
    {
      filter: optional(() => TaxonomyTermFilterInput, "Filter of terms; all when absent."),
      ...listArguments,
    },
    ({ filter, ...page }, context) => findTaxonomyTerms(filter, page, context),
  ),
});

fields<TaxonomyTerm>(() => TaxonomyTermType, {
  parent: toTerm.one("parentCode", "Broader term; null at the top."),
});
