import { createHash } from "node:crypto";
import type { ApiKey } from "../../domain/identity/api-key";
import type { AuditAction, AuditEntry } from "../../domain/identity/audit-entry";
import { canonicalText } from "../../domain/kit/canonical-text";

/** Who did something to a key, and when. */
export interface KeyDeed {
  readonly by: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
}

/** An entry in the chain of a key. */
export interface KeyEntry extends AuditEntry {
  readonly previousHash: string | null;
}

/** The next entry in the chain of a key. */
export function keyEntry(
  { id }: Pick<ApiKey, "id">,
  action: AuditAction,
  { at, by }: KeyDeed,
  previousHash: string | null,
): KeyEntry {
  const entry = {
    at,
    action,
    changedBy: by,
    importRun: null,
    type: "ApiKey",
    code: id,
    version: null,
    previousHash,
  };
  return { ...entry, hash: hashOfEntry(entry) };
}

/** The hash of an entry by its other attributes. */
export const hashOfEntry = (entry: Omit<KeyEntry, "hash">): string =>
  createHash("sha256").update(canonicalText(entry)).digest("base64url");
