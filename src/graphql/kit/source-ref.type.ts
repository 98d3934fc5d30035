import { GraphQLDateTime } from "graphql-scalars";
import type { SourceRef } from "../../domain/kit/source-ref";
import { connectionType } from "./connection.type";
import { NonNull, Nullable, Output } from "./decorators";
import { linkTo } from "./link";
import { NodeType } from "./node.type";
import { PartialDateScalar } from "./scalars";

@Output("SourceRef", "Where facts come from: a dataset or a document, in the words of DCAT.", NodeType)
export class SourceRefType extends NodeType implements Omit<SourceRef, "updateFrequency"> {
  @NonNull(() => String, "Stable key, for example ds205 (dct:identifier).")
  code!: string;

  @NonNull(() => String, "Title of the dataset or document.")
  title!: string;

  @NonNull(() => String, "Who publishes it.")
  publisher!: string;

  @Nullable(() => String, "The licence; null where the publisher states none: see rights.")
  licence!: string | null;

  @NonNull(() => String, "The attribution to print, or why the licence is not known.")
  rights!: string;

  @Nullable(() => String, "Web page that presents it.")
  landingPage!: string | null;

  @Nullable(() => String, "Address of the file itself.")
  downloadUrl!: string | null;

  @Nullable(() => PartialDateScalar, "When the publisher last changed it; null if unknown.")
  modified!: string | null;

  @Nullable(
    () => GraphQLDateTime,
    "When the hub read it; null where facts were written down by hand from a document.",
  )
  retrievedAt!: string | null;

  @Nullable(() => String, "SHA-256 of the file that was read, in hexadecimal.")
  sha256!: string | null;

  @NonNull(() => Boolean, "True for data made up for demonstrations, never to be published as fact.")
  synthetic!: boolean;
}

export const SourceRefConnectionType = connectionType("SourceRef", () => SourceRefType, "sources");

export const toSource = linkTo(() => SourceRefType, "sourceRef");

export const sourceRefsDescription = "Where this comes from, with publisher and licence.";

/** The sources of a record: each names at least one. */
export const sourceRefs = toSource.many("sourceCodes", sourceRefsDescription);
