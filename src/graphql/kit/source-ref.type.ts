import type { SourceRef } from "../../domain/kit/source-ref";
import { connectionType } from "./connection.type";
import { NonNull, Nullable, Output } from "./decorators";
import { linkTo } from "./link";
import { NodeType } from "./node.type";
import { DateTimeScalar, PartialDateScalar } from "./scalars";

@Output("SourceRef", "Source of facts: a dataset or a document, described with DCAT terms.", NodeType)
export class SourceRefType extends NodeType implements Omit<SourceRef, "updateFrequency"> {
  @NonNull(() => String, "Stable key, for example ds205 (dct:identifier).")
  code!: string;

  @NonNull(() => String, "Title of the dataset or document.")
  title!: string;

  @NonNull(() => String, "Publisher.")
  publisher!: string;

  @Nullable(() => String, "Licence; null if the publisher states none (see rights).")
  licence!: string | null;

  @NonNull(() => String, "Attribution to print, or the reason for an unknown licence.")
  rights!: string;

  @Nullable(() => String, "Web page that presents the source.")
  landingPage!: string | null;

  @Nullable(() => String, "Web address of the file.")
  downloadUrl!: string | null;

  @Nullable(() => PartialDateScalar, "Date of the last change by the publisher; null if unknown.")
  modified!: string | null;

  @Nullable(
    () => DateTimeScalar,
    "Time of reading by the hub; null for facts entered by hand from a document.",
  )
  retrievedAt!: string | null;

  @Nullable(() => String, "SHA-256 of the imported file, in hexadecimal.")
  sha256!: string | null;

  @NonNull(() => Boolean, "True for synthetic demonstration data. Never publish them as facts.")
  synthetic!: boolean;
}

export const SourceRefConnectionType = connectionType("SourceRef", () => SourceRefType, "sources");

export const toSource = linkTo(() => SourceRefType, "sourceRef");

export const sourceRefsDescription = "Sources of the facts, with publisher and licence.";

/** Sources of a record: every record has at least one. */
export const sourceRefs = toSource.many("sourceCodes", sourceRefsDescription);
