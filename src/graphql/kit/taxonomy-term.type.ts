import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { connectionType } from "./connection.type";
import { linkTo } from "./link";
import { LocalizedTextType } from "./localized-text.type";
import { node } from "./node.type";
import { nonNull, nullable } from "./output";

export const TaxonomyTermType = node<TaxonomyTerm, "parentCode" | "sourceCodes">(
  "TaxonomyTerm",
  "Term of a controlled vocabulary (HSDS taxonomy_term). Vocabularies of a city are data.",
  {
    code: nonNull(() => String, "Stable key, for example centre-kind:CAM."),
    taxonomy: nonNull(() => String, "Vocabulary, for example centre-kind."),
    name: nonNull(() => LocalizedTextType, "Name of the term."),
    description: nullable(() => LocalizedTextType, "Meaning of the term."),
  },
);

export const TaxonomyTermConnectionType = connectionType("TaxonomyTerm", () => TaxonomyTermType, "terms");

export const toTerm = linkTo(() => TaxonomyTermType, "taxonomyTerm");
