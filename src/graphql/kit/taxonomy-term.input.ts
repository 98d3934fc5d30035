import { Field, InputType } from "type-graphql";
import type { TaxonomyTermFilter } from "../../queries/kit/find-taxonomy-terms";

@InputType("TaxonomyTermFilter", {
  description: "Which words of vocabularies. All conditions must hold; none means all words.",
})
export class TaxonomyTermFilterInput implements TaxonomyTermFilter {
  @Field(() => String, { nullable: true, description: "The vocabulary, for example centre-kind." })
  taxonomy!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Code of the wider word, directly above." })
  parent!: string | null | undefined;
}
