import { Int } from "type-graphql";
import type { QualityGroup } from "../../domain/quality/data-quality-summary";
import type { DataQualitySummary } from "../../queries/quality/find-data-quality-summary";
import { NonNull, Nullable, Output } from "../kit/decorators";

@Output("DataQualityGroup", "How many issues a group has.")
export class DataQualityGroupType implements Omit<QualityGroup, "groupBy"> {
  @Nullable(
    () => String,
    "Rule, severity, or code of the source or body; null for issues that no body is known to answer for.",
  )
  key!: string | null;

  @NonNull(() => Int, "Issues that stand.")
  standing!: number;

  @NonNull(() => Int, "Issues that were mended.")
  resolved!: number;
}

@Output("DataQualitySummary", "How many issues there are.")
export class DataQualitySummaryType implements DataQualitySummary {
  @NonNull(() => Int, "All issues that stand.")
  standing!: number;

  @NonNull(() => Int, "All issues that were mended.")
  resolved!: number;

  @NonNull(() => [DataQualityGroupType], "The groups; together they are all issues, each once.")
  groups!: (DataQualityGroupType & QualityGroup)[];
}
