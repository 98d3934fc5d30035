import {
  type QualityGroup,
  type QualityGrouping,
  summariseIssues,
} from "../../domain/quality/data-quality-summary";
import type { QueryContext } from "../kit/query-context";

export interface DataQualitySummary {
  readonly standing: number;
  readonly resolved: number;
  /** Together they are all issues, each once. */
  readonly groups: readonly QualityGroup[];
}

/** @throws HubError LIMIT_EXCEEDED if there are more issues than can be counted. */
export async function findDataQualitySummary(
  groupBy: QualityGrouping,
  { repositories }: QueryContext,
): Promise<DataQualitySummary> {
  const [standing, resolved] = await Promise.all([
    repositories.dataQualityIssues.counted("STANDING"),
    repositories.dataQualityIssues.counted("RESOLVED"),
  ]);
  const groups = summariseIssues(groupBy, standing, resolved);
  return { standing: standing.length, resolved: resolved.length, groups };
}
