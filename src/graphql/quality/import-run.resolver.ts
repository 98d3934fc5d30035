import type { ImportRun } from "../../domain/quality/import-run";
import { findImportRuns } from "../../queries/changes/find-import-runs";
import { optional } from "../kit/argument";
import { fields, operation, queries } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { toSource } from "../kit/source-ref.type";
import { ImportRunStatusEnum } from "./import-run.enum";
import { ImportRunConnectionType, ImportRunType, toImportRun } from "./import-run.type";

queries({
  importRuns: operation(
    () => ImportRunConnectionType,
    "Imports into the hub, newest first.",
    {
      source: optional(
        () => String,
        "Code of a source, for example ds205. A source without imports gives an empty list.",
      ),
      status: optional(() => ImportRunStatusEnum, "Status of the imports."),
      ...pageArguments,
    },
    ({ source, status, ...page }, context) => findImportRuns({ source, status }, page, context),
  ),
  importRun: toImportRun.byCode("import", "ds205:7"),
});

fields<ImportRun>(() => ImportRunType, {
  rollbackOf: toImportRun.one(
    "rollbackOf",
    "Import that this rollback reverted; null for an import of a file.",
  ),
  source: toSource.one("sourceCode", "Source; null if its file could never be read."),
});
