import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { QualityGroup } from "../../domain/quality/data-quality-summary";
import type { DataQualitySummary } from "../../queries/quality/find-data-quality-summary";
import { nonNull, nullable, output } from "../kit/output";

export const DataQualityGroupType = output<QualityGroup, "groupBy">(
  "DataQualityGroup",
  "Number of data quality issues in one group.",
  {
    key: nullable(
      () => String,
      "Rule, severity, source code or organisation code; null for issues without a known responsible organisation.",
    ),
    standing: nonNull(() => Int, "Number of open issues."),
    resolved: nonNull(() => Int, "Number of resolved issues."),
  },
);

export const DataQualitySummaryType = output<DataQualitySummary>(
  "DataQualitySummary",
  "Number of data quality issues by group.",
  {
    standing: nonNull(() => Int, "Number of open issues."),
    resolved: nonNull(() => Int, "Number of resolved issues."),
    groups: nonNull(
      () => [DataQualityGroupType],
      "Groups; together they contain every issue once.",
      limits.summarisedIssues,
    ),
  },
);
