import type { Observation } from "../../domain/indicators/observation";
import { isSuppressedRecord, suppressed } from "../../domain/indicators/suppressed";
import { type ChangedField, changedFields } from "../../domain/kit/changed-fields";
import type { Table } from "../../storage/engine/table";
import type { PendingWrite } from "../../storage/records/save";
import { idOf } from "../../storage/records/stored-item";

/** One record that an import would write, and its changes. */
export interface DiffEntry {
  readonly action: "CREATE" | "DELETE" | "UPDATE";
  /** Type, as `Centre`, and code. */
  readonly type: string;
  readonly code: string;
  /** Of an update. */
  readonly fields: readonly ChangedField[];
}

export interface ImportDiff {
  note(writes: readonly PendingWrite[]): Promise<void>;
  readonly entries: readonly DiffEntry[];
}

/** Issues are reported as problems, not as records. */
const issueTypes: ReadonlySet<string> = new Set(["DataQualityIssue", "RecordIssues"]);

/** Collects the writes of a dry run. */
export function importDiff(table: Table): ImportDiff {
  const entries: DiffEntry[] = [];
  return {
    entries,
    async note(writes) {
      const facts = writes.filter(({ codec }) => !issueTypes.has(codec.type));
      const updated = facts.filter(({ outcome }) => outcome === "CHANGED");
      const items = await table.batchGet(
        updated.map(({ key }) => key),
        ["pk", "sk", "record"],
      );
      const stored = new Map(items.map((item) => [idOf(item), item.record as object]));
      entries.push(...facts.map((write) => entryOf(write, stored.get(idOf(write.key)))));
    },
  };
}

function entryOf({ codec, key, record, header, outcome }: PendingWrite, before?: object): DiffEntry {
  const { type } = codec;
  if (record === null)
    return {
      action: "DELETE",
      type,
      code: String((header as { code?: string } | null)?.code ?? key.pk),
      fields: [],
    };
  const after = codec.stored?.(record) ?? (record as object);
  // A diff quotes no earlier value of what is suppressed now.
  const shown = isSuppressedRecord(after) && before ? suppressed(before as Observation) : before;
  const fields = outcome === "CHANGED" && shown !== undefined ? changedFields(shown, after) : [];
  return { action: outcome === "CHANGED" ? "UPDATE" : "CREATE", type, code: codec.code(record), fields };
}
