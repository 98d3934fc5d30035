import { GraphQLDateTime } from "graphql-scalars";
import { Int } from "type-graphql";
import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { linkTo } from "../kit/link";
import { NodeType } from "../kit/node.type";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";

@Output("EntityRef", "A record by its type and code.")
export class EntityRefType implements EntityRef {
  @NonNull(() => String, "Name of its type in this schema, for example Centre.")
  type!: string;

  @NonNull(() => String, "Its code, for example ds3017:10; of an observation births@nil:39@2020.")
  code!: string;
}

@Output(
  "DataQualityIssue",
  "Something wrong with one place of an imported file, or with what several say together, kept from the import that first found it. Nothing is repaired by the hub.",
  NodeType,
)
export class DataQualityIssueType extends NodeType implements Omit<DataQualityIssue, "organizationCode"> {
  @NonNull(
    () => String,
    "Stable key: the same fault of the same file keeps it over imports, also when its row moves.",
  )
  code!: string;

  @NonNull(() => DataQualityRuleEnum, "The rule that it breaks.")
  rule!: QualityRule;

  @NonNull(() => SeverityEnum, "How bad it is.")
  severity!: Severity;

  @Nullable(
    () => EntityRefType,
    "The record concerned; null where no record came of the row, and for a file as a whole.",
  )
  entity!: EntityRefType | null;

  @NonNull(
    () => String,
    "Code of the source; there is no such source yet where its file could never be read, and none behind hub-matching, which names what the hub found by comparing records of several.",
  )
  sourceCode!: string;

  @Nullable(
    () => Int,
    "Line of a CSV file, from 1; place of a GeoJSON feature, from 0; null for a file as a whole. As of the import that found or last changed it.",
  )
  line!: number | null;

  @Nullable(() => String, "Column or property.")
  column!: string | null;

  @Nullable(
    () => String,
    "What stands there, word for word, at most 200 characters; null where nothing does.",
  )
  value!: string | null;

  @NonNull(() => String, "What is wrong in this place, in English.")
  message!: string;

  @NonNull(() => String, "What is wrong in this place, in Italian.")
  messageIt!: string;

  @NonNull(() => GraphQLDateTime, "When an import first found it.")
  firstSeen!: string;

  @Nullable(
    () => GraphQLDateTime,
    "When an import of the same source no longer found it; null while it stands.",
  )
  resolvedAt!: string | null;
}

export const DataQualityIssueConnectionType = connectionType(
  "DataQualityIssue",
  () => DataQualityIssueType,
  "data quality issues",
);

export const toIssue = linkTo(() => DataQualityIssueType, "dataQualityIssue");
