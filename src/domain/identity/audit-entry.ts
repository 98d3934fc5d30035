/** Kinds of entries of an audit trail: of records, and of keys. */
export type AuditAction =
  | "CREATE"
  | "CREATE_KEY"
  | "ERASE"
  | "MERGE"
  | "RETIRE"
  | "REVOKE_KEY"
  | "ROTATE_KEY"
  | "UPDATE";

/**
 * What somebody did to a record or a key. It holds no content and no reason: these are in the history of the record, from which
 * personal data can be erased.
 */
export interface AuditEntry {
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly action: AuditAction;
  /** The author as in histories, with key or token. */
  readonly changedBy: string;
  /** Code of the import that wrote it; `null` for another author. */
  readonly importRun: string | null;
  /** Type of the record, such as `Centre`, or `ApiKey`. */
  readonly type: string;
  /** Code of the record, or id of the key. */
  readonly code: string;
  /** Version of the record; `null` for a key. */
  readonly version: number | null;
  /** Hash of the version in the history of its record, or of this entry in the chain of its key. */
  readonly hash: string;
}
