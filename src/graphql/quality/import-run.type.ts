import { GraphQLDateTime } from "graphql-scalars";
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
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";
import { ImportModeEnum, ImportRunStatusEnum } from "./import-run.enum";

@Output("ImportedRows", "What became of the rows of a file; the last four add up to those read.")
export class ImportedRowsType implements ImportedRows {
  @NonNull(() => Int, "Rows that the file has.")
  read!: number;

  @NonNull(() => Int, "Rows of which something came that was not there before.")
  new!: number;

  @NonNull(() => Int, "Rows that changed what was there.")
  changed!: number;

  @NonNull(() => Int, "Rows that say what the hub knew already.")
  unchanged!: number;

  @NonNull(() => Int, "Rows of which nothing came: see the problems.")
  rejected!: number;
}

@Output("ImportedRecords", "What became of the records of an import.")
export class ImportedRecordsType implements ImportedRecords {
  @NonNull(() => Int, "Records that were not there before.")
  created!: number;

  @NonNull(() => Int, "Records that changed.")
  changed!: number;

  @NonNull(() => Int, "Records that stayed as they were.")
  unchanged!: number;

  @NonNull(() => Int, "Records that the source may not change, for example what an editor retired.")
  kept!: number;

  @NonNull(() => Int, "Records that were retired because the complete file no longer holds them.")
  deleted!: number;
}

@Output("ImportProblemCount", "How many problems of one rule and severity an import found.")
export class ImportProblemCountType implements ProblemCount {
  @NonNull(() => DataQualityRuleEnum, "The rule.")
  rule!: QualityRule;

  @NonNull(() => SeverityEnum, "How bad they are.")
  severity!: Severity;

  @NonNull(() => Int, "How many.")
  count!: number;
}

@Output("ImportCheckpoint", "How far an import came that was stopped.")
export class ImportCheckpointType implements Pick<ImportCheckpoint, "bytes" | "rows"> {
  @NonNull(() => Int, "Bytes of the file.")
  bytes!: number;

  @NonNull(() => Int, "Rows of the file.")
  rows!: number;
}

@Output(
  "ImportRun",
  "One import of one source, or the taking back of one: when, from which file, and what came of it.",
  NodeType,
)
export class ImportRunType extends NodeType implements Omit<ImportRun, "checkpoint"> {
  @NonNull(() => String, "Key: the source and a number that only grows, for example ds205:7.")
  code!: string;

  @NonNull(
    () => String,
    "Code of the source; there is no such source yet where its file could never be read.",
  )
  sourceCode!: string;

  @NonNull(() => ImportRunStatusEnum, "What became of it.")
  status!: ImportRunStatus;

  @NonNull(() => GraphQLDateTime, "When the import began of which this is a part.")
  startedAt!: string;

  @Nullable(() => GraphQLDateTime, "When it ended; null while it runs.")
  endedAt!: string | null;

  @Nullable(() => String, "Path of the file, or where it came from; null where none was read.")
  file!: string | null;

  @Nullable(() => String, "SHA-256 of the file, in hexadecimal: two imports of the same file have the same.")
  sha256!: string | null;

  @NonNull(() => ImportModeEnum, "What a missing row means.")
  mode!: ImportRun["mode"];

  @NonNull(() => ImportedRowsType, "What became of the rows.")
  rows!: ImportedRowsType;

  @NonNull(() => ImportedRecordsType, "What became of the records.")
  records!: ImportedRecordsType;

  @NonNull(
    () => [ImportProblemCountType],
    "What was wrong with the file, by rule; the issues themselves are in dataQualityIssues with this source.",
  )
  problems!: ImportProblemCountType[];

  @Nullable(
    () => LocalizedTextType,
    "Why it failed, was refused or left something as it was; null where there is nothing to say.",
  )
  message!: LocalizedTextType | null;

  @Nullable(
    () => ImportCheckpointType,
    "How far it came, where it was stopped: the next import of the same file can go on from there; null otherwise.",
  )
  checkpoint!: ImportCheckpointType | null;

  /** A code here; the API leads to the import itself. */
  readonly rollbackOf!: string | null;
}

export const ImportRunConnectionType = connectionType("ImportRun", () => ImportRunType, "imports");

export const toImportRun = linkTo(() => ImportRunType, "importRun");
