import { FieldConflictError, threeWayMerge } from "../domain/kit/three-way-merge";
import type { TableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { contentHash } from "../storage/records/codec";
import { conflict } from "../storage/records/edit";
import type { RecordTypes } from "../storage/records/hub-record";
import type { StoredItem } from "../storage/records/stored-item";
import { completed } from "./completed";
import type { EditableType } from "./editable";
import { type Current, currentRecord, editableOf, refOf, type Seen } from "./editables";
import { checkKept, checkOwned } from "./ownership";
import { checkReviewed } from "./review";
import type { Author } from "./write";

/** New values of some fields, or how they follow from the record before the edit, `null` for a new one. */
export type Changes<T> = Partial<T> | ((before: T | null) => Partial<T>);

/** The new values; nothing is no change of a field that an earlier version of the hub did not store. */
export function changesOf<T>(changes: Changes<T>, before: T | null): Partial<T> {
  const given = typeof changes === "function" ? changes(before) : changes;
  const isChange = ([field, value]: [string, unknown]) =>
    value !== null || before?.[field as keyof T] !== undefined;
  return Object.fromEntries(Object.entries(given).filter(isChange)) as Partial<T>;
}

/** A change of a stored record. */
export interface PlannedUpdate<T> {
  readonly before: T;
  /** Version of `before`. */
  readonly version: number;
  /** The item with `before`. */
  readonly item: StoredItem;
  /** The record after the change; `null` if it already has the values. */
  readonly record: T | null;
  /** Others changed further fields since the version that the editor has seen. */
  readonly isMerged: boolean;
}

/**
 * What an update would write. A change of an earlier version is added to what others changed since.
 * @throws HubError UNKNOWN_CODE, FORBIDDEN, INVALID_RECORD, or VERSION_CONFLICT, with the fields if they are known.
 */
export async function planUpdate<T extends EditableType>(
  table: Table,
  repositories: TableRepositories,
  type: T,
  seen: Seen,
  changes: Changes<RecordTypes[T]>,
  author: Author,
): Promise<PlannedUpdate<RecordTypes[T]>> {
  const current = await currentRecord(table, type, seen.code);
  const { record: before, version, item } = current;
  await checkOwned(table, type, before, author.by, "code");
  await checkReviewed(repositories, type, before, author.by);
  const isMerged = version !== seen.expectedVersion;
  const fields = isMerged
    ? await mergedChanges(repositories, type, seen, current, changes, author)
    : changesOf(changes, before);
  if (contentHash({ ...before, ...fields }) === contentHash(before))
    return { before, version, item, record: null, isMerged };
  const record = await completed(repositories, type, before, fields, author.now);
  await checkKept(table, type, before, record, author.by);
  return { before, version, item, record, isMerged };
}

async function mergedChanges<T extends EditableType>(
  { history }: TableRepositories,
  type: T,
  { code, expectedVersion }: Seen,
  { record, version }: Current<RecordTypes[T]>,
  changes: Changes<RecordTypes[T]>,
  { by, requestKey }: Author,
): Promise<Partial<RecordTypes[T]>> {
  const ref = refOf(type, code);
  const name = `${ref.type} ${code}`;
  const base = (await history.recordOf(ref, expectedVersion, version)) as RecordTypes[T] | null;
  // An earlier attempt of the same request made the newer version: applied again, it would undo what came after it.
  const isDone =
    requestKey !== null && (await history.versionOfRequest(ref, { requestKey, changedBy: by.name })) !== null;
  if (base === null || isDone) throw conflict(name, version, expectedVersion);
  const { codec } = editableOf(type);
  const { fields, conflicts } = threeWayMerge(base, record, changesOf(changes, base), codec.edited!);
  if (conflicts.length > 0) throw new FieldConflictError(name, version, expectedVersion, conflicts);
  return fields as Partial<RecordTypes[T]>;
}
