/** Kinds of entries of an audit trail: of records, keys, proposed changes and webhooks. */
export type AuditAction =
  | "ACCEPT_CHANGE"
  | "CREATE"
  | "CREATE_KEY"
  | "CREATE_WEBHOOK"
  | "DELETE_WEBHOOK"
  | "ERASE"
  | "MERGE"
  | "PROPOSE_CHANGE"
  | "REJECT_CHANGE"
  | "REPLAY_WEBHOOK"
  | "RETIRE"
  | "REVOKE_KEY"
  | "ROTATE_KEY"
  | "ROTATE_WEBHOOK_SECRET"
  | "TEST_WEBHOOK"
  | "UPDATE"
  | "UPDATE_WEBHOOK";

/**
 * What somebody did to a record, a key, a proposed change or a webhook. It holds no content and no reason: these are in the history of the record, from which
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
  /** Type of the record, such as `Centre`, or `ApiKey`, `ChangeProposal` or `Webhook`. */
  readonly type: string;
  /** Code of the record, or id of what it is else. */
  readonly code: string;
  /** Version of the record; `null` for what has none. */
  readonly version: number | null;
  /** Hash of the version in the history of its record, or of this entry in the chain of its key, proposal or webhook. */
  readonly hash: string;
}
