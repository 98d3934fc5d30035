import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { connectionType } from "./connection.type";
import { NonNull, Nullable, Output } from "./decorators";
import { linkTo } from "./link";
import { LocalizedTextType } from "./localized-text.type";
import { NodeType } from "./node.type";

@Output(
  "TaxonomyTerm",
  "Term of a controlled vocabulary (HSDS taxonomy_term). Vocabularies of a city are data.",
  NodeType,
)
export class TaxonomyTermType extends NodeType implements Omit<TaxonomyTerm, "parentCode" | "sourceCodes"> {
  @NonNull(() => String, "Stable key, for example centre-kind:CAM.")
  code!: string;

  @NonNull(() => String, "Vocabulary, for example centre-kind.")
  taxonomy!: string;

  @NonNull(() => LocalizedTextType, "Name of the term.")
  name!: LocalizedTextType;

  @Nullable(() => LocalizedTextType, "Meaning of the term.")
  description!: LocalizedTextType | null;
}

export const TaxonomyTermConnectionType = connectionType("TaxonomyTerm", () => TaxonomyTermType, "terms");

export const toTerm = linkTo(() => TaxonomyTermType, "taxonomyTerm");
