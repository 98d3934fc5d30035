import type { DataQualityIssue } from "../../domain/quality/data-quality-issue";
import { severities } from "../../domain/quality/quality-rule";
import { orderedPage } from "../../storage/engine/ordered-page";
import type { PageRequest } from "../../storage/engine/page";
import { codecOf, nodeNames } from "../../storage/records/hub-record";
import { type Connection, toConnection } from "../kit/connection";
import { findRecord } from "../kit/find-node";
import type { QueryContext } from "../kit/query-context";
import type { Records } from "../kit/records";
import { type Correction, correctionOf } from "./correction-of";

/**
 * What an organisation can correct: the open issues of the records that it owns, the worst first, then by record.
 * @throws HubError LIMIT_EXCEEDED if the hub has more open issues than a summary counts.
 */
export function dataQualityOf(
  organization: string,
  page: PageRequest,
  { records, repositories }: QueryContext,
): Connection<Correction> {
  const read = () => {
    const byOwner = records.shared(
      "issues by owner",
      () => byOwners(repositories.dataQualityIssues.standing(), records),
      (owners) => [...owners.values()].reduce((sum, issues) => sum + issues.length, 0),
    );
    const issues = byOwner.get(organization) ?? [];
    return issues.map((node) => ({ code: node.code, node, updatedAt: "" }));
  };
  const found = orderedPage(["dataQuality", organization], "NAME", page, orderOf, read);
  const edges = found.edges.map(({ cursor, node }) => ({
    cursor,
    // An issue without a record belongs to nobody.
    node: correctionOf(node, node.entity!, records),
  }));
  return toConnection({ ...found, edges }, page);
}

const orderOf = ({ severity, entity }: DataQualityIssue): string =>
  `${severities.indexOf(severity)} ${entity?.type} ${entity?.code}`;

function byOwners(
  issues: readonly DataQualityIssue[],
  records: Records,
): ReadonlyMap<string, readonly DataQualityIssue[]> {
  const found = new Map<string, DataQualityIssue[]>();
  for (const issue of issues)
    for (const owner of ownersOfIssue(issue, records)) {
      const ofOwner = found.get(owner);
      if (ofOwner === undefined) found.set(owner, [issue]);
      else ofOwner.push(issue);
    }
  return found;
}

/** The organisations that own the record of an issue; none for a record that is gone or belongs to nobody. */
function ownersOfIssue({ entity }: DataQualityIssue, records: Records): ReadonlySet<string> {
  const name = entity && nodeNames.get(entity.type);
  const owned = name ? codecOf(name).owned : undefined;
  if (!entity || owned === undefined) return new Set();
  const record = findRecord(entity, records) as Fields | null;
  const { by, through } = owned;
  const code = through === undefined ? null : record?.[through.field];
  const named =
    through === undefined
      ? record
      : typeof code === "string"
        ? (findRecord({ type: through.type, code }, records) as Fields | null)
        : null;
  return new Set(by.map((field) => named?.[field]).filter((owner) => typeof owner === "string"));
}

type Fields = Readonly<Record<string, unknown>>;
