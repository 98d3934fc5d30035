import type { TaxonomyTermFilter } from "../../queries/kit/find-taxonomy-terms";
import { Input, Nullable } from "./decorators";

@Input("TaxonomyTermFilter", "Which words of vocabularies. All conditions must hold; none means all words.")
export class TaxonomyTermFilterInput implements TaxonomyTermFilter {
  @Nullable(() => String, "The vocabulary, for example centre-kind.")
  taxonomy!: string | null | undefined;

  @Nullable(() => String, "Code of the wider word, directly above.")
  parent!: string | null | undefined;
}
