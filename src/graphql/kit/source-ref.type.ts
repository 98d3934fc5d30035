import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import { connectionType } from "./connection.type";
import { NodeType } from "./node.type";
import { PartialDateScalar } from "./scalars";

@ObjectType("SourceRef", {
  description: "Where facts come from: a dataset or a document, in the words of DCAT.",
  implements: NodeType,
  simpleResolvers: true,
})
export class SourceRefType extends NodeType implements Omit<SourceRef, "updateFrequency"> {
  @Field(() => String, { description: "Stable key, for example ds205 (dct:identifier)." })
  code!: string;

  @Field(() => String, { description: "Title of the dataset or document." })
  title!: string;

  @Field(() => String, { description: "Who publishes it." })
  publisher!: string;

  @Field(() => String, {
    nullable: true,
    description: "The licence; null where the publisher states none: see rights.",
  })
  licence!: string | null;

  @Field(() => String, { description: "The attribution to print, or why the licence is not known." })
  rights!: string;

  @Field(() => String, { nullable: true, description: "Web page that presents it." })
  landingPage!: string | null;

  @Field(() => String, { nullable: true, description: "Address of the file itself." })
  downloadUrl!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When the publisher last changed it; null if unknown.",
  })
  modified!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When the hub read it; null where facts were written down by hand from a document.",
  })
  retrievedAt!: string | null;

  @Field(() => String, { nullable: true, description: "SHA-256 of the file that was read, in hexadecimal." })
  sha256!: string | null;

  @Field(() => Boolean, {
    description: "True for data made up for demonstrations, never to be published as fact.",
  })
  synthetic!: boolean;
}

export const SourceRefConnectionType = connectionType("SourceRef", () => SourceRefType, "sources");

/** The description of every `sourceRefs` field. */
export const sourceRefsDescription = "Where this comes from, with publisher and licence.";
