import { Field, ObjectType } from "type-graphql";
import type { ExternalIdentifier } from "../../domain/kit/external-identifier";

@ObjectType("ExternalIdentifier", {
  description: "A key that another register gives.",
  simpleResolvers: true,
})
export class ExternalIdentifierType implements ExternalIdentifier {
  @Field(() => String, {
    description:
      "The register: CF (tax code of a body), IPA, IPA_AOO and IPA_UO (index of Italian public administrations), ISTAT, LEI, RUNTS (third-sector bodies), VAT; or the code of a dataset, for example ds3017.",
  })
  scheme!: string;

  @Field(() => String, { description: "The key in that register." })
  value!: string;
}
