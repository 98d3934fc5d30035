import type { ImportRun } from "../../domain/quality/import-run";
import type { Records } from "../../queries/kit/records";
import { codeOf, optional } from "../kit/argument";
import { fields, queries } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { toSource } from "../kit/source-ref.type";
import { ImportRunStatusEnum } from "./import-run.enum";
import { ImportRunConnectionType, ImportRunType, toImportRun } from "./import-run.type";

/** A source that could never be read has runs but no record. */
const hasRuns = (code: string, { lastRuns }: Records): boolean => lastRuns(code).lastRun !== null;

queries({
  importRuns: pageOf(
    () => ImportRunConnectionType,
    "Imports into the hub, newest first.",
    {
      source: optional(
        codeOf("sourceRef", { also: hasRuns }),
        "Code of a source, for example ds205. A source without imports gives an empty list.",
      ),
      status: optional(() => ImportRunStatusEnum, "Status of the imports."),
      ...pageArguments,
    },
    ({ importRuns }, { source, status, ...page }) =>
      importRuns.page({ sourceCode: source || undefined, status: status ?? undefined }, page),
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
