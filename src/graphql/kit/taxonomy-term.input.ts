import { codeOf, optional } from "./argument";
import { input } from "./input";

export const TaxonomyTermFilterInput = input(
  "TaxonomyTermFilter",
  "Filter of terms. All conditions must be met; without conditions all terms match.",
  {
    taxonomy: optional(() => String, "Vocabulary, for example centre-kind."),
    parent: optional(codeOf("taxonomyTerm"), "Code of the next broader term."),
  },
);
