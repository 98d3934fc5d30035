import { HubError } from "../../domain/kit/errors";
import { matchingOrigin } from "../../domain/kit/source-ref";
import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import { findNode } from "../kit/find-node";
import { fromGlobalId } from "../kit/global-id";
import { knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import type { Records } from "../kit/records";

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
export function findDataQualityIssues(
  filter: DataQualityIssueFilter | null | undefined,
  page: PageRequest,
  { records, repositories }: QueryContext,
): Connection<DataQualityIssue> {
  // Issues from comparing records have no dataset.
  const isOfHub = filter?.source === matchingOrigin;
  const [entity, { organizationCode, sourceCode }] = [
    knownRecordIfGiven(records, filter?.record),
    knownCodes(records, isOfHub ? { ...filter, source: null } : filter, {
      organization: "organization",
      source: "sourceRef",
    }),
  ];
  const criteria = {
    state: filter?.resolved ? ("RESOLVED" as const) : ("STANDING" as const),
    entity,
    organizationCode,
    rule: filter?.rule ?? undefined,
    severity: filter?.severity ?? undefined,
    sourceCode: isOfHub ? matchingOrigin : sourceCode,
  };
  return toConnection(repositories.dataQualityIssues.page(criteria, page), page);
}

function knownRecordIfGiven(records: Records, id: string | null | undefined): EntityRef | undefined {
  if (id === null || id === undefined) return undefined;
  if (findNode(id, records) !== null) return fromGlobalId(id);
  const argument = "filter.record";
  throw new HubError("UNKNOWN_CODE", "noRecord", { argument, id }, { where: argument });
}
