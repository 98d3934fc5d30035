import { Int } from "type-graphql";
import type { QualityGroup } from "../../domain/quality/data-quality-summary";
import type { DataQualitySummary } from "../../queries/quality/find-data-quality-summary";
import { NonNull, Nullable, Output } from "../kit/decorators";

@Output("DataQualityGroup", "Number of data quality issues in one group.")
export class DataQualityGroupType implements Omit<QualityGroup, "groupBy"> {
  @Nullable(
    () => String,
    "Rule, severity, source code or organisation code; null for issues without a known responsible organisation.",
  )
  key!: string | null;

  @NonNull(() => Int, "Number of open issues.")
  standing!: number;

  @NonNull(() => Int, "Number of resolved issues.")
  resolved!: number;
}

@Output("DataQualitySummary", "Number of data quality issues by group.")
export class DataQualitySummaryType implements DataQualitySummary {
  @NonNull(() => Int, "Number of open issues.")
  standing!: number;

  @NonNull(() => Int, "Number of resolved issues.")
  resolved!: number;

  @NonNull(() => [DataQualityGroupType], "Groups; together they contain every issue once.")
  groups!: (DataQualityGroupType & QualityGroup)[];
}
