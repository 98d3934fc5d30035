import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { connectionType } from "./connection.type";
import { NonNull, Nullable, Output } from "./decorators";
import { linkTo } from "./link";
import { LocalizedTextType } from "./localized-text.type";
import { NodeType } from "./node.type";

@Output(
  "TaxonomyTerm",
  "A word of a controlled vocabulary (HSDS taxonomy_term): a city's own words are data.",
  NodeType,
)
export class TaxonomyTermType extends NodeType implements Omit<TaxonomyTerm, "parentCode" | "sourceCodes"> {
  @NonNull(() => String, "Stable key, for example centre-kind:CAM.")
  code!: string;

  @NonNull(() => String, "The vocabulary, for example centre-kind.")
  taxonomy!: string;

  @NonNull(() => LocalizedTextType, "The word itself.")
  name!: LocalizedTextType;

  @Nullable(() => LocalizedTextType, "What the word means.")
  description!: LocalizedTextType | null;
}

export const TaxonomyTermConnectionType = connectionType("TaxonomyTerm", () => TaxonomyTermType, "terms");

export const toTerm = linkTo(() => TaxonomyTermType, "taxonomyTerm");
