import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
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
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";
import { ImportModeEnum, ImportRunStatusEnum } from "./import-run.enum";

@ObjectType("ImportedRows", {
  description: "What became of the rows of a file; the last four add up to those read.",
  simpleResolvers: true,
})
export class ImportedRowsType implements ImportedRows {
  @Field(() => Int, { description: "Rows that the file has." })
  read!: number;

  @Field(() => Int, { description: "Rows of which something came that was not there before." })
  new!: number;

  @Field(() => Int, { description: "Rows that changed what was there." })
  changed!: number;

  @Field(() => Int, { description: "Rows that say what the hub knew already." })
  unchanged!: number;

  @Field(() => Int, { description: "Rows of which nothing came: see the problems." })
  rejected!: number;
}

@ObjectType("ImportedRecords", {
  description: "What became of the records of an import.",
  simpleResolvers: true,
})
export class ImportedRecordsType implements ImportedRecords {
  @Field(() => Int, { description: "Records that were not there before." })
  created!: number;

  @Field(() => Int, { description: "Records that changed." })
  changed!: number;

  @Field(() => Int, { description: "Records that stayed as they were." })
  unchanged!: number;

  @Field(() => Int, {
    description: "Records that the source may not change, for example what an editor retired.",
  })
  kept!: number;

  @Field(() => Int, {
    description: "Records that were retired because the complete file no longer holds them.",
  })
  deleted!: number;
}

@ObjectType("ImportProblemCount", {
  description: "How many problems of one rule and severity an import found.",
  simpleResolvers: true,
})
export class ImportProblemCountType implements ProblemCount {
  @Field(() => DataQualityRuleEnum, { description: "The rule." })
  rule!: QualityRule;

  @Field(() => SeverityEnum, { description: "How bad they are." })
  severity!: Severity;

  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType("ImportCheckpoint", {
  description: "How far an import came that was stopped.",
  simpleResolvers: true,
})
export class ImportCheckpointType implements Pick<ImportCheckpoint, "bytes" | "rows"> {
  @Field(() => Int, { description: "Bytes of the file." })
  bytes!: number;

  @Field(() => Int, { description: "Rows of the file." })
  rows!: number;
}

@ObjectType("ImportRun", {
  description:
    "One import of one source, or the taking back of one: when, from which file, and what came of it.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ImportRunType extends NodeType implements Omit<ImportRun, "checkpoint" | "rollbackOf"> {
  @Field(() => String, { description: "Key: the source and a number that only grows, for example ds205:7." })
  code!: string;

  @Field(() => String, {
    description: "Code of the source; there is no such source yet where its file could never be read.",
  })
  sourceCode!: string;

  @Field(() => ImportRunStatusEnum, { description: "What became of it." })
  status!: ImportRunStatus;

  @Field(() => GraphQLDateTime, { description: "When the import began of which this is a part." })
  startedAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it ended; null while it runs." })
  endedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Path of the file, or where it came from; null where none was read.",
  })
  file!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the file, in hexadecimal: two imports of the same file have the same.",
  })
  sha256!: string | null;

  @Field(() => ImportModeEnum, { description: "What a missing row means." })
  mode!: ImportRun["mode"];

  @Field(() => ImportedRowsType, { description: "What became of the rows." })
  rows!: ImportedRowsType;

  @Field(() => ImportedRecordsType, { description: "What became of the records." })
  records!: ImportedRecordsType;

  @Field(() => [ImportProblemCountType], {
    description:
      "What was wrong with the file, by rule; the issues themselves are in dataQualityIssues with this source.",
  })
  problems!: ImportProblemCountType[];

  @Field(() => LocalizedTextType, {
    nullable: true,
    description:
      "Why it failed, was refused or left something as it was; null where there is nothing to say.",
  })
  message!: LocalizedTextType | null;

  @Field(() => ImportCheckpointType, {
    nullable: true,
    description:
      "How far it came, where it was stopped: the next import of the same file can go on from there; null otherwise.",
  })
  checkpoint!: ImportCheckpointType | null;
}

export const ImportRunConnectionType = connectionType("ImportRun", () => ImportRunType, "imports");
