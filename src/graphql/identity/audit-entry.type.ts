import { Int } from "type-graphql";
import type { AuditAction } from "../../domain/identity/audit-entry";
import type { ShownEntry } from "../../queries/identity/find-audit-trail";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";

const AuditActionEnum = enumType<AuditAction>(
  "AuditAction",
  "What was done to a record, a key, a proposed change or a webhook.",
  {
    ACCEPT_CHANGE: "A reviewer accepted the proposed change.",
    CREATE: "The record was added.",
    CREATE_KEY: "The key was created.",
    CREATE_WEBHOOK: "The webhook was created.",
    DELETE_WEBHOOK: "The webhook was deleted.",
    ERASE: "Personal data was erased from the record and its history.",
    MERGE: "The record was merged into another record.",
    PROPOSE_CHANGE: "The change was proposed.",
    REJECT_CHANGE: "A reviewer rejected the proposed change, or an erasure did.",
    REPLAY_WEBHOOK: "Changes after a place were ordered again from the webhook, which also enabled it.",
    RETIRE: "The record was retired from the hub.",
    REVOKE_KEY: "The key was revoked.",
    ROTATE_KEY: "The key was replaced by a new one.",
    ROTATE_WEBHOOK_SECRET: "The webhook got a new secret.",
    TEST_WEBHOOK: "A test of the webhook was ordered.",
    UPDATE: "Fields of the record changed.",
    UPDATE_WEBHOOK:
      "Address, label or filter of the webhook changed, or somebody switched it off or enabled it.",
  },
);

const AuditEntryType = output<ShownEntry>(
  "AuditEntry",
  "Entry of an audit trail. Content and reason are in the history of the record, or in the proposed change.",
  {
    at: nonNull(() => DateTimeScalar, "Time of the deed."),
    action: nonNull(() => AuditActionEnum, "What was done."),
    changedBy: nonNull(
      () => String,
      "Author: an organisation, the code of a source or of an import, or `operator`.",
    ),
    credential: nullable(
      () => String,
      "Key or token of the author, as `key:Ab3dE5fG7h`; null unless the caller is of its organisation or reviews for the city.",
    ),
    importRun: nullable(() => String, "Code of the import that wrote it; null for another author."),
    type: nonNull(
      () => String,
      "Type of the record, for example Centre; else ApiKey, ChangeProposal or Webhook.",
    ),
    code: nonNull(() => String, "Code of the record, or id of the key, proposal or webhook."),
    version: nullable(() => Int, "Version of the record; null for what is no record."),
    hash: nonNull(
      () => String,
      "SHA-256 of the entry in the chain of its record, key, proposal or webhook, in base64url. A copy of it proves later that nothing was changed.",
    ),
  },
);

export const AuditEntryConnectionType = connectionType("AuditEntry", () => AuditEntryType, "entries");
