import { Field, ObjectType } from "type-graphql";
import type { LocalizedText } from "../../domain/kit/localized-text";

@ObjectType("LocalizedText", {
  description: "Text that people read, in Italian and English.",
  simpleResolvers: true,
})
export class LocalizedTextType implements LocalizedText {
  @Field(() => String, { description: "The Italian text: always there, and the official one." })
  it!: string;

  @Field(() => String, {
    nullable: true,
    description: "The English text; null until somebody translates it.",
  })
  en!: string | null;
}
