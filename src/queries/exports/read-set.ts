import { createRepositories } from "../../storage";
import type { Item } from "../../storage/engine/key";
import { loaded } from "../../storage/engine/reader";
import { codecOf } from "../../storage/records/hub-record";
import { readRecord, type Skip } from "../../storage/records/readable";
import type { Root } from "../../storage/snapshots/root";
import { Snapshot } from "../../storage/snapshots/snapshot";
import type { SnapshotStore } from "../../storage/snapshots/snapshot-store";
import { walk } from "../../storage/snapshots/walk";
import { createRecords } from "../kit/records";
import type { ExportContext } from "./export-context";
import type { AnySet } from "./export-set";
import { type RowBatch, rowBatch } from "./row-batch";

/** One published version as an export reads it. */
export interface ExportVersion {
  readonly store: SnapshotStore;
  readonly root: Root;
  readonly context: ExportContext;
}

export function exportVersion(store: SnapshotStore, root: Root): ExportVersion {
  const repositories = createRepositories(new Snapshot(store, root));
  return { store, root, context: { repositories, records: createRecords(repositories) } };
}

/** What the key of every record of a type begins with. */
const prefixOf = (set: AnySet): string =>
  set.record === "observation" ? "ObservationsOfArea#" : `${codecOf(set.record).type}#`;

const isRecordKey = ({ sk }: Item, set: AnySet): boolean => set.record === "observation" || sk === "RECORD";

/**
 * All rows of a set in their canonical order, that of the keys of the records, in batches of some hundred.
 * @param skip gets each record that cannot be read; it is left out.
 */
export async function* readSet(
  { store, root, context }: ExportVersion,
  set: AnySet,
  skip: Skip,
): AsyncGenerator<RowBatch> {
  const codec = codecOf(set.record);
  for await (const items of walk(store, root, prefixOf(set))) {
    const records = items
      .filter((item) => isRecordKey(item, set))
      .flatMap((item) => readRecord(codec, item, skip));
    const batch = await loaded(() => rowBatch(set, records, context));
    if (batch.objects.length > 0) yield batch;
  }
}
