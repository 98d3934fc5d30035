import { Int } from "type-graphql";
import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { linkTo } from "../kit/link";
import { NodeType } from "../kit/node.type";
import { DateTimeScalar } from "../kit/scalars";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";

@Output("EntityRef", "Reference to a record by type and code.")
export class EntityRefType implements EntityRef {
  @NonNull(() => String, "Type name in this schema, for example Centre.")
  type!: string;

  @NonNull(
    () => String,
    "Code of the record, for example ds3017:10, or births@nil:39@2020 for an observation.",
  )
  code!: string;
}

@Output(
  "DataQualityIssue",
  "Problem in an imported file or between several files, recorded since the import that first found it. The hub repairs nothing.",
  NodeType,
)
export class DataQualityIssueType extends NodeType implements Omit<DataQualityIssue, "organizationCode"> {
  @NonNull(() => String, "Stable key. The same problem keeps its key across imports, even if its row moves.")
  code!: string;

  @NonNull(() => DataQualityRuleEnum, "Rule that the data breaks.")
  rule!: QualityRule;

  @NonNull(() => SeverityEnum, "Severity of the issue.")
  severity!: Severity;

  @Nullable(
    () => EntityRefType,
    "Reference to the record concerned; null if the row produced no record, and for a whole file.",
  )
  entity!: EntityRefType | null;

  @NonNull(
    () => String,
    "Code of the source. A file that could never be read has a code without a source; hub-matching marks comparisons of several sources.",
  )
  sourceCode!: string;

  @Nullable(
    () => Int,
    "Line of a CSV file from 1, or position of a GeoJSON feature from 0. Null for a whole file. Refers to the import that found or last changed the issue.",
  )
  line!: number | null;

  @Nullable(() => String, "Column or property.")
  column!: string | null;

  @Nullable(() => String, "Content of the place, word for word, at most 200 characters; null if it is empty.")
  value!: string | null;

  @NonNull(
    () => String,
    "Description of the problem in this place, in English. Meaning and remedy exist in both languages.",
  )
  message!: string;

  @NonNull(() => DateTimeScalar, "Time of the import that first found the issue.")
  firstSeen!: string;

  @Nullable(
    () => DateTimeScalar,
    "Time of the import that no longer found the issue; null for an open issue.",
  )
  resolvedAt!: string | null;
}

export const DataQualityIssueConnectionType = connectionType(
  "DataQualityIssue",
  () => DataQualityIssueType,
  "data quality issues",
);

export const toIssue = linkTo(() => DataQualityIssueType, "dataQualityIssue");
