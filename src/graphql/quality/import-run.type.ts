import { Int } from "type-graphql";
import type {
  ImportCheckpoint,
  ImportedRecords,
  ImportedRows,
  ImportRun,
  ProblemCount,
} from "../../domain/quality/import-run";
import { connectionType } from "../kit/connection.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nodeWithoutSources } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";
import { ImportModeEnum, ImportRunStatusEnum } from "./import-run.enum";

const ImportedRowsType = output<ImportedRows>(
  "ImportedRows",
  "Results of an import by row. New, changed, unchanged and rejected rows sum to the rows read.",
  {
    read: nonNull(() => Int, "Number of rows in the file."),
    new: nonNull(() => Int, "Number of rows that added data."),
    changed: nonNull(() => Int, "Number of rows that changed existing data."),
    unchanged: nonNull(() => Int, "Number of rows that repeat existing data."),
    rejected: nonNull(() => Int, "Number of rows without any result; see problems."),
  },
);

const ImportedRecordsType = output<ImportedRecords>("ImportedRecords", "Results of an import by record.", {
  created: nonNull(() => Int, "Number of new records."),
  changed: nonNull(() => Int, "Number of changed records."),
  unchanged: nonNull(() => Int, "Number of unchanged records."),
  kept: nonNull(
    () => Int,
    "Number of records that the source cannot change, for example records retired by an editor.",
  ),
  deleted: nonNull(() => Int, "Number of records retired because the complete file no longer contains them."),
});

const ImportProblemCountType = output<ProblemCount>(
  "ImportProblemCount",
  "Number of problems of one rule and severity in an import.",
  {
    rule: nonNull(() => DataQualityRuleEnum, "The rule."),
    severity: nonNull(() => SeverityEnum, "Severity of the issues."),
    count: nonNull(() => Int, "Number of problems."),
  },
);

const ImportCheckpointType = output<Pick<ImportCheckpoint, "bytes" | "rows">>(
  "ImportCheckpoint",
  "Progress of an interrupted import.",
  {
    bytes: nonNull(() => Int, "Number of bytes of the file already read."),
    rows: nonNull(() => Int, "Number of rows already imported."),
  },
);

export const ImportRunType = nodeWithoutSources<ImportRun, "rollbackOf">(
  "ImportRun",
  "Import of one source, or rollback of an import: time, file and result.",
  {
    code: nonNull(() => String, "Key: source and increasing number, for example ds205:7."),
    sourceCode: nonNull(
      () => String,
      "Code of the source. A file that could never be read has a code without a source.",
    ),
    status: nonNull(() => ImportRunStatusEnum, "Status of the import."),
    startedAt: nonNull(() => DateTimeScalar, "Start of the import command that this run belongs to."),
    endedAt: nullable(() => DateTimeScalar, "End of the import; null while it is running."),
    file: nullable(() => String, "Path or origin of the file; null if no file was read."),
    sha256: nullable(
      () => String,
      "SHA-256 of the file, in hexadecimal. Imports of the same file have the same value.",
    ),
    mode: nonNull(() => ImportModeEnum, "Meaning of a missing row."),
    rows: nonNull(() => ImportedRowsType, "Results by row."),
    records: nonNull(() => ImportedRecordsType, "Results by record."),
    problems: nonNull(
      () => [ImportProblemCountType],
      "Problems counted by rule and severity. The issues are in dataQualityIssues, filtered by this source.",
    ),
    message: nullable(
      () => LocalizedTextType,
      "Explanation of a failure, a refusal or an unchanged state; otherwise null.",
    ),
    checkpoint: nullable(
      () => ImportCheckpointType,
      "Progress of an interrupted import, from which the next import of the same file can continue; otherwise null.",
    ),
  },
);

export const ImportRunConnectionType = connectionType("ImportRun", () => ImportRunType, "imports");

export const toImportRun = linkTo(() => ImportRunType, "importRun");
