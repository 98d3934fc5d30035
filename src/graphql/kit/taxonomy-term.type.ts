import { Field, ObjectType } from "type-graphql";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { connectionType } from "./connection.type";
import { LocalizedTextType } from "./localized-text.type";
import { NodeType } from "./node.type";

@ObjectType("TaxonomyTerm", {
  description: "A word of a controlled vocabulary (HSDS taxonomy_term): a city's own words are data.",
  implements: NodeType,
  simpleResolvers: true,
})
export class TaxonomyTermType extends NodeType implements Omit<TaxonomyTerm, "parentCode" | "sourceCodes"> {
  @Field(() => String, { description: "Stable key, for example centre-kind:CAM." })
  code!: string;

  @Field(() => String, { description: "The vocabulary, for example centre-kind." })
  taxonomy!: string;

  @Field(() => LocalizedTextType, { description: "The word itself." })
  name!: LocalizedTextType;

  @Field(() => LocalizedTextType, { nullable: true, description: "What the word means." })
  description!: LocalizedTextType | null;
}

export const TaxonomyTermConnectionType = connectionType("TaxonomyTerm", () => TaxonomyTermType, "terms");
