import type { AuditEntry } from "../../domain/identity/audit-entry";
import { credentialFor, publicAuthor } from "../../domain/identity/author";
import { type Caller, may } from "../../domain/identity/caller";
import { HubError } from "../../domain/kit/errors";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

/** An entry as a caller may see it. */
export interface ShownEntry extends AuditEntry {
  readonly credential: string | null;
}

export interface TrailRequest {
  /** Code of an organisation; that of the caller if absent. */
  readonly organization?: string | null | undefined;
  /** Instant of the oldest entry, ISO 8601 UTC with milliseconds. */
  readonly since?: string | null | undefined;
}

/**
 * What an organisation did, and what others did to its records, keys, proposals and webhooks, newest first.
 * @throws HubError FORBIDDEN unless the caller is of the organisation, or reviews for the city.
 */
export async function findAuditTrail(
  { organization, since }: TrailRequest,
  page: PageRequest,
  caller: Caller,
  { live }: QueryContext,
): Promise<Connection<ShownEntry>> {
  const code = organization ?? caller.organizationCode;
  const where = { where: "organization" };
  if (code === null) throw new HubError("FORBIDDEN", "noOrganization", null, { where: "authorization" });
  if (code !== caller.organizationCode && !may(caller, "REVIEW"))
    throw new HubError("FORBIDDEN", "otherTrail", null, where);
  const found = await live.audit.page(code, since ?? null, page);
  const edges = found.edges.map(({ cursor, node }) => ({
    cursor,
    node: {
      ...node,
      changedBy: publicAuthor(node.changedBy),
      credential: credentialFor(caller, node.changedBy),
    },
  }));
  return toConnection({ ...found, edges }, page);
}
