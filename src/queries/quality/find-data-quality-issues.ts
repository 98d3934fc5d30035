import { HubError } from "../../domain/kit/errors";
import { matchingOrigin } from "../../domain/kit/source-ref";
import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import { findNode } from "../kit/find-node";
import { fromGlobalId } from "../kit/global-id";
import { knownCodeIfGiven } from "../kit/known-code";
import type { Loaders } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";

/** All conditions must hold; open issues only, unless resolved ones are requested. */
export interface DataQualityIssueFilter {
  readonly rule?: QualityRule | null | undefined;
  readonly severity?: Severity | null | undefined;
  /** Code of the source. */
  readonly source?: string | null | undefined;
  /** Global id of the record. */
  readonly record?: string | null | undefined;
  /** Code of the organisation responsible for the files. */
  readonly organization?: string | null | undefined;
  readonly resolved?: boolean | null | undefined;
}

/**
 * The issues that meet a filter, the worst first.
 * @throws HubError INVALID_ID, UNKNOWN_CODE for a record, source or organisation that does not exist.
 */
export async function findDataQualityIssues(
  filter: DataQualityIssueFilter | null | undefined,
  page: PageRequest,
  { loaders, repositories }: QueryContext,
): Promise<Connection<DataQualityIssue>> {
  const [entity, organizationCode, sourceCode] = await Promise.all([
    knownRecordIfGiven(loaders, filter?.record),
    knownCodeIfGiven(loaders.organization, "organizations", "filter.organization", filter?.organization),
    // Issues from comparing records have no dataset.
    filter?.source === matchingOrigin
      ? matchingOrigin
      : knownCodeIfGiven(loaders.sourceRef, "sources", "filter.source", filter?.source),
  ]);
  const rule = filter?.rule ?? undefined;
  const severity = filter?.severity ?? undefined;
  const criteria = {
    state: filter?.resolved ? ("RESOLVED" as const) : ("STANDING" as const),
    ...(entity !== undefined && { entity }),
    ...(organizationCode !== undefined && { organizationCode }),
    ...(rule !== undefined && { rule }),
    ...(severity !== undefined && { severity }),
    ...(sourceCode !== undefined && { sourceCode }),
  };
  return toConnection(await repositories.dataQualityIssues.page(criteria, page), page);
}

async function knownRecordIfGiven(
  loaders: Loaders,
  id: string | null | undefined,
): Promise<EntityRef | undefined> {
  if (id === null || id === undefined) return undefined;
  if ((await findNode(id, loaders)) !== null) return fromGlobalId(id);
  const argument = "filter.record";
  throw new HubError("UNKNOWN_CODE", "noRecord", { argument, id }, { where: argument });
}
