import type { TaxonomyTermFilter } from "../../queries/kit/find-taxonomy-terms";
import { Input, Nullable } from "./decorators";

@Input(
  "TaxonomyTermFilter",
  "Filter of terms. All conditions must be met; without conditions all terms match.",
)
export class TaxonomyTermFilterInput implements TaxonomyTermFilter {
  @Nullable(() => String, "Vocabulary, for example centre-kind.")
  taxonomy!: string | null | undefined;

  @Nullable(() => String, "Code of the next broader term.")
  parent!: string | null | undefined;
}
