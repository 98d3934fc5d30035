import type { ImportRun } from "../../domain/quality/import-run";
import { findImportRuns } from "../../queries/changes/find-import-runs";
import { optional } from "../kit/argument";
import { fields, operation, queries } from "../kit/declare";
import { PageArgs } from "../kit/page.input";
import { toSource } from "../kit/source-ref.type";
import { ImportRunStatusEnum } from "./import-run.enum";
import { ImportRunConnectionType, ImportRunType, toImportRun } from "./import-run.type";

queries({
  importRuns: operation(
    () => ImportRunConnectionType,
    "The imports of the hub, newest first.",
    {
      source: optional(
        () => String,
        "Code of a source, for example ds205; one that never was imported has none.",
      ),
      status: optional(() => ImportRunStatusEnum, "Only those of this status."),
      page: PageArgs,
    },
    ({ page, ...filter }, context) => findImportRuns(filter, page, context),
  ),
  importRun: toImportRun.byCode("One import by its code; null if there is none.", "For example ds205:7."),
});

fields<ImportRun>(() => ImportRunType, {
  rollbackOf: toImportRun.one(
    "rollbackOf",
    "The import that this one took back; null for one that read a file.",
  ),
  source: toSource.one("sourceCode", "The source; null where its file could never be read."),
});
