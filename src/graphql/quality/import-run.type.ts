import { Int } from "type-graphql";
import type {
  ImportCheckpoint,
  ImportedRecords,
  ImportedRows,
  ImportRun,
  ImportRunStatus,
  ProblemCount,
} from "../../domain/quality/import-run";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { DateTimeScalar } from "../kit/scalars";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";
import { ImportModeEnum, ImportRunStatusEnum } from "./import-run.enum";

@Output(
  "ImportedRows",
  "Results of an import by row. New, changed, unchanged and rejected rows sum to the rows read.",
)
export class ImportedRowsType implements ImportedRows {
  @NonNull(() => Int, "Number of rows in the file.")
  read!: number;

  @NonNull(() => Int, "Number of rows that added data.")
  new!: number;

  @NonNull(() => Int, "Number of rows that changed existing data.")
  changed!: number;

  @NonNull(() => Int, "Number of rows that repeat existing data.")
  unchanged!: number;

  @NonNull(() => Int, "Number of rows without any result; see problems.")
  rejected!: number;
}

@Output("ImportedRecords", "Results of an import by record.")
export class ImportedRecordsType implements ImportedRecords {
  @NonNull(() => Int, "Number of new records.")
  created!: number;

  @NonNull(() => Int, "Number of changed records.")
  changed!: number;

  @NonNull(() => Int, "Number of unchanged records.")
  unchanged!: number;

  @NonNull(
    () => Int,
    "Number of records that the source cannot change, for example records retired by an editor.",
  )
  kept!: number;

  @NonNull(() => Int, "Number of records retired because the complete file no longer contains them.")
  deleted!: number;
}

@Output("ImportProblemCount", "Number of problems of one rule and severity in an import.")
export class ImportProblemCountType implements ProblemCount {
  @NonNull(() => DataQualityRuleEnum, "The rule.")
  rule!: QualityRule;

  @NonNull(() => SeverityEnum, "Severity of the issues.")
  severity!: Severity;

  @NonNull(() => Int, "Number of problems.")
  count!: number;
}

@Output("ImportCheckpoint", "Progress of an interrupted import.")
export class ImportCheckpointType implements Pick<ImportCheckpoint, "bytes" | "rows"> {
  @NonNull(() => Int, "Number of bytes of the file already read.")
  bytes!: number;

  @NonNull(() => Int, "Number of rows already imported.")
  rows!: number;
}

@Output("ImportRun", "Import of one source, or rollback of an import: time, file and result.", NodeType)
export class ImportRunType extends NodeType implements Omit<ImportRun, "checkpoint"> {
  @NonNull(() => String, "Key: source and increasing number, for example ds205:7.")
  code!: string;

  @NonNull(() => String, "Code of the source. A file that could never be read has a code without a source.")
  sourceCode!: string;

  @NonNull(() => ImportRunStatusEnum, "Status of the import.")
  status!: ImportRunStatus;

  @NonNull(() => DateTimeScalar, "Start of the import command that this run belongs to.")
  startedAt!: string;

  @Nullable(() => DateTimeScalar, "End of the import; null while it is running.")
  endedAt!: string | null;

  @Nullable(() => String, "Path or origin of the file; null if no file was read.")
  file!: string | null;

  @Nullable(
    () => String,
    "SHA-256 of the file, in hexadecimal. Imports of the same file have the same value.",
  )
  sha256!: string | null;

  @NonNull(() => ImportModeEnum, "Meaning of a missing row.")
  mode!: ImportRun["mode"];

  @NonNull(() => ImportedRowsType, "Results by row.")
  rows!: ImportedRowsType;

  @NonNull(() => ImportedRecordsType, "Results by record.")
  records!: ImportedRecordsType;

  @NonNull(
    () => [ImportProblemCountType],
    "Number of problems by rule. The issues are in dataQualityIssues, filtered by this source.",
  )
  problems!: ImportProblemCountType[];

  @Nullable(
    () => LocalizedTextType,
    "Explanation of a failure, a refusal or an unchanged state; otherwise null.",
  )
  message!: LocalizedTextType | null;

  @Nullable(
    () => ImportCheckpointType,
    "Progress of an interrupted import, from which the next import of the same file can continue; otherwise null.",
  )
  checkpoint!: ImportCheckpointType | null;

  /** The record has a code; the API gives the import. */
  readonly rollbackOf!: string | null;
}

export const ImportRunConnectionType = connectionType("ImportRun", () => ImportRunType, "imports");

export const toImportRun = linkTo(() => ImportRunType, "importRun");
