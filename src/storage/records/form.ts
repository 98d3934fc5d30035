import type { Item } from "../engine/key";
import { scan } from "../engine/scan";
import type { Table } from "../engine/table";
import { isOfRecord } from "./edge-keys";
import { codecOf, isRecordType, recordTypeOf } from "./hub-record";
import { saveAll } from "./save";
import { formOf, type StoredItem, setUnlessReplaced } from "./stored-item";

/** An item with its record in the form of this release; the same item if it has it. */
export function inPresentForm(item: Item): Item {
  if (item.record === undefined || !isRecordType(item.type)) return item;
  const codec = codecOf(recordTypeOf(item.type as string));
  const form = Number(item.form ?? 0);
  const missing = (codec.upcasts ?? []).slice(form);
  if (missing.length === 0) return item;
  return {
    ...item,
    form: formOf(codec),
    record: missing.reduce((record, upcast) => upcast(record), item.record as object),
  };
}

/**
 * Writes every record that is stored in the form of an earlier release in that of this one. Readers and writers understand both, so
 * it may run at any time, be killed, and run again. Histories stay as they were written.
 * @returns how many were written.
 */
export async function migrateRecords(table: Table, now: string): Promise<number> {
  let migrated = 0;
  for await (const item of scan(table)) {
    const present = isOfRecord(item) ? inPresentForm(item) : item;
    if (present === item) continue;
    const stored = present as StoredItem;
    const codec = codecOf(recordTypeOf(stored.type));
    // With the origin that it has: the next import of its source finds it as its own.
    const [outcome] = await saveAll(table, codec, [stored.record], { origin: stored.origin, now });
    if (outcome !== "CHANGED") await setUnlessReplaced(table, stored, { form: formOf(codec) });
    migrated += 1;
  }
  return migrated;
}
