import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import type { Records } from "../kit/records";

/**
 * The open issues of a record, by code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function issuesOfRecord(entity: EntityRef, records: Records): DataQualityIssue[] {
  const codes = records.issuesOf(entity)?.issueCodes ?? [];
  if (codes.length > limits.issuesOfRecord) {
    const values = { name: `${entity.type} ${entity.code}`, most: limits.issuesOfRecord };
    throw new HubError("LIMIT_EXCEEDED", "issuesOfRecord", values, { where: "qualityIssues" });
  }
  const issues = records.dataQualityIssue.all(codes);
  // The list follows from the issues and may be a moment behind them.
  return issues.filter(({ resolvedAt }) => resolvedAt === null);
}
