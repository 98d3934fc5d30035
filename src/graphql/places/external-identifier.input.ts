import { ArgsType, Field } from "type-graphql";
import type { IdentifierRequest } from "../../queries/places/find-by-identifier";

@ArgsType()
export class ExternalIdentifierArgs implements IdentifierRequest {
  @Field(() => String, {
    nullable: true,
    description: "The register, for example IPA or ds3017. Give it together with value, or identifier alone.",
  })
  scheme!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "The key in that register, for example c_f205." })
  value!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Register and key in one text with a colon between them, for example ds3017:25.",
  })
  identifier!: string | null | undefined;
}
