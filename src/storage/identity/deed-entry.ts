import { createHash } from "node:crypto";
import type { AuditAction, AuditEntry } from "../../domain/identity/audit-entry";
import { organizationOfAuthor } from "../../domain/identity/author";
import { canonicalText } from "../../domain/kit/canonical-text";
import { distinctSorted } from "../../domain/kit/distinct";
import type { Item } from "../engine/key";
import { itemOfEntry } from "../records/audit-entries";

/** Who did something that is no change of a record, and when. */
export interface Deed {
  readonly by: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
}

/** What has a chain of deeds, and its id. */
interface Subject {
  readonly type: "ApiKey" | "ChangeProposal" | "Webhook";
  readonly id: string;
}

/** An entry in the chain of a key, a proposal or a webhook. */
export interface DeedEntry extends AuditEntry {
  readonly previousHash: string | null;
}

/** The next entry in a chain. */
export function deedEntry(
  { type, id }: Subject,
  action: AuditAction,
  { at, by }: Deed,
  previousHash: string | null,
): DeedEntry {
  const entry = { at, action, changedBy: by, importRun: null, type, code: id, version: null, previousHash };
  return { ...entry, hash: hashOfEntry(entry) };
}

/** The hash of an entry by its other attributes. */
export const hashOfEntry = (entry: Omit<DeedEntry, "hash">): string =>
  createHash("sha256").update(canonicalText(entry)).digest("base64url");

/**
 * The organisations in whose trails an entry is: those that it concerns, and that of its author. What happens to a key is the business of
 * its organisation alone.
 */
export function trailsOf({ changedBy, type }: AuditEntry, organizationCodes: readonly string[]): string[] {
  const author = type === "ApiKey" ? null : organizationOfAuthor(changedBy);
  return distinctSorted([...organizationCodes, ...(author === null ? [] : [author])]);
}

/** The same entry in each of its trails. */
export const inTrails = (entry: DeedEntry, organizationCodes: readonly string[]): Item[] =>
  trailsOf(entry, organizationCodes).map((organizationCode) => itemOfEntry(organizationCode, entry));
