import { Int } from "type-graphql";
import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import { connectionType } from "../kit/connection.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nodeWithoutSources } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";

const EntityRefType = output<EntityRef>(
  "EntityRef",
  "Type and code of a record, which may no longer exist.",
  {
    type: nonNull(() => String, "Type name in this schema, for example Centre."),
    code: nonNull(
      () => String,
      "Code of the record, for example ds3017:10, or births@nil:39@2020 for an observation.",
    ),
  },
);

export const DataQualityIssueType = nodeWithoutSources<DataQualityIssue, "organizationCode">(
  "DataQualityIssue",
  "Problem in an imported file or between several files, recorded since the import that first found it. The hub repairs nothing.",
  {
    code: nonNull(
      () => String,
      "Stable key. The same problem keeps its key across imports, even if its row moves.",
    ),
    rule: nonNull(() => DataQualityRuleEnum, "Rule that the data breaks."),
    severity: nonNull(() => SeverityEnum, "Severity of the issue."),
    entity: nullable(
      () => EntityRefType,
      "Type and code of the record concerned, also after it was retired: `record` is null then. Null if the row produced no record, and for a whole file.",
    ),
    sourceCode: nonNull(
      () => String,
      "Code of the source. A file that could never be read has a code without a source; hub-matching marks comparisons of several sources.",
    ),
    line: nullable(
      () => Int,
      "Line of a CSV file from 1, or position of a GeoJSON feature from 0. Null for a whole file. Refers to the import that found or last changed the issue.",
    ),
    column: nullable(() => String, "Column or property."),
    value: nullable(
      () => String,
      "Content of the place, word for word, at most 200 characters; null if it is empty.",
    ),
    message: nonNull(() => LocalizedTextType, "Description of the problem in this place."),
    firstSeen: nonNull(() => DateTimeScalar, "Time of the import that first found the issue."),
    resolvedAt: nullable(
      () => DateTimeScalar,
      "Time of the import that no longer found the issue; null for an open issue.",
    ),
  },
);

export const DataQualityIssueConnectionType = connectionType(
  "DataQualityIssue",
  () => DataQualityIssueType,
  "data quality issues",
);

export const toIssue = linkTo(() => DataQualityIssueType, "dataQualityIssue");
