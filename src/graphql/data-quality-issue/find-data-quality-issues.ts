import type { DataQualityIssue, EntityRef } from "../../domain/data-quality-issue";
import { HubError } from "../../domain/errors";
import { matchingOrigin } from "../../domain/source-ref";
import type { Context } from "../context";
import type { Loaders } from "../loaders";
import { findNode } from "../node/find-node";
import { type Connection, type PageArgs, toConnection } from "../shared/connection";
import { fromGlobalId } from "../shared/global-id";
import { knownCodeIfGiven } from "../shared/known-code";
import type { DataQualityIssueFilterInput } from "./data-quality-issue.input";

/**
 * The issues that meet a filter, the worst first.
 * @throws HubError INVALID_ID, UNKNOWN_CODE for a record, source or organisation that the hub does not know.
 */
export async function findDataQualityIssues(
  filter: DataQualityIssueFilterInput | null | undefined,
  page: PageArgs,
  { loaders, repositories }: Context,
): Promise<Connection<DataQualityIssue>> {
  const [entity, organizationCode, sourceCode] = await Promise.all([
    knownRecordIfGiven(loaders, filter?.record),
    knownCodeIfGiven(loaders.organization, "filter.organization", filter?.organization),
    // No dataset stands behind what the hub finds by comparing records.
    filter?.source === matchingOrigin
      ? matchingOrigin
      : knownCodeIfGiven(loaders.sourceRef, "filter.source", filter?.source),
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
  throw new HubError("UNKNOWN_CODE", {
    message: `filter.record is "${id.slice(0, 80)}", which names nothing in this hub.`,
    messageIt: `filter.record è "${id.slice(0, 80)}", che non indica nulla in questo hub.`,
    hint: "Give the id field of a record, for example { centre(code: …) { id } }.",
    where: "filter.record",
  });
}
