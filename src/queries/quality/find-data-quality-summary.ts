import { type QualityGrouping, summariseIssues } from "../../domain/quality/data-quality-summary";
import type { QueryContext } from "../kit/query-context";

export type DataQualitySummary = Awaited<ReturnType<typeof findDataQualitySummary>>;

/** @throws HubError LIMIT_EXCEEDED if there are more issues than can be counted. */
export function findDataQualitySummary(groupBy: QualityGrouping, { repositories }: QueryContext) {
  const [standing, resolved] = [
    repositories.dataQualityIssues.counted("STANDING"),
    repositories.dataQualityIssues.counted("RESOLVED"),
  ];
  /** Together they are all issues, each once. */
  const groups = summariseIssues(groupBy, standing, resolved);
  return { standing: standing.length, resolved: resolved.length, groups };
}
