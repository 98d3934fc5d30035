import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import { type Loaders, loadAll } from "../kit/loaders";

/**
 * The open issues of a record, by code. Whole lists of records cost two batched reads.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function issuesOfRecord(entity: EntityRef, loaders: Loaders): Promise<DataQualityIssue[]> {
  const codes = (await loaders.recordIssues.load(entity))?.issueCodes ?? [];
  if (codes.length > limits.issuesOfRecord) throw tooMany(entity);
  const issues = await loadAll(loaders.dataQualityIssue, codes);
  // The list follows from the issues and may be a moment behind them.
  return issues.filter(({ resolvedAt }) => resolvedAt === null);
}

const tooMany = ({ type, code }: EntityRef): HubError =>
  new HubError("LIMIT_EXCEEDED", {
    message: `${type} ${code} has more than ${limits.issuesOfRecord} data quality issues.`,
    messageIt: `${type} ${code} ha più di ${limits.issuesOfRecord} problemi di qualità dei dati.`,
    hint: "Page through dataQualityIssues with filter: { record: … }.",
    where: "qualityIssues",
  });
