import { limits } from "../../domain/kit/limits";
import type { SourceRef } from "../../domain/kit/source-ref";
import { sourcesOf } from "../../queries/kit/as-of";
import type { RecordRef } from "../../storage/records/record-state";
import { connectionType } from "./connection.type";
import { type FieldOf, field } from "./declare";
import { linkTo } from "./link";
import { LocalizedTextType } from "./localized-text.type";
import { nodeWithoutSources } from "./node.type";
import { nonNull, nullable } from "./output";
import { DateTimeScalar, PartialDateScalar } from "./scalars";

export const SourceRefType = nodeWithoutSources<SourceRef, "earlierFiles" | "updateFrequency">(
  "SourceRef",
  "Source of facts: a dataset or a document, described with DCAT terms.",
  {
    code: nonNull(() => String, "Stable key, for example ds205 (dct:identifier)."),
    title: nonNull(() => String, "Title of the dataset or document."),
    publisher: nonNull(() => String, "Publisher."),
    licence: nullable(() => String, "Licence; null if the publisher states none (see rights)."),
    rights: nonNull(() => LocalizedTextType, "Attribution to print, or the reason for an unknown licence."),
    landingPage: nullable(() => String, "Web page that presents the source."),
    downloadUrl: nullable(() => String, "Web address of the file."),
    modified: nullable(() => PartialDateScalar, "Date of the last change by the publisher; null if unknown."),
    retrievedAt: nullable(
      () => DateTimeScalar,
      "Time of reading by the hub; null for facts entered by hand from a document.",
    ),
    sha256: nullable(
      () => String,
      "SHA-256 of the imported file, in hexadecimal. Below a record of a partial source: of the file that gave its present values.",
    ),
    synthetic: nonNull(() => Boolean, "True for synthetic demonstration data. Never publish them as facts."),
  },
);

export const SourceRefConnectionType = connectionType("SourceRef", () => SourceRefType, "sources");

export const toSource = linkTo(() => SourceRefType, "sourceRef");

/** Sources of a record: every record has at least one. */
export const sourceRefs: FieldOf<{ readonly sourceCodes: readonly string[] }> = field(
  () => [SourceRefType],
  "Sources of the facts, with publisher and licence. With `asOf` they are those of that moment.",
  (record, context, { parentType }) => sourcesOf(parentType.name as RecordRef["type"], record, context),
  limits.recordList,
);
