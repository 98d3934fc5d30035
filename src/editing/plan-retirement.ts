import type { Caller } from "../domain/identity/caller";
import { HubError } from "../domain/kit/errors";
import type { TableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import type { RecordTypes } from "../storage/records/hub-record";
import type { EditableType } from "./editable";
import { currentRecord, editableOf } from "./editables";
import { checkOwned } from "./ownership";
import { checkReviewed } from "./review";

/**
 * A record that may be retired, as it is now.
 * @throws HubError UNKNOWN_CODE, FORBIDDEN, or STILL_IN_USE if other records lead to it.
 */
export async function planRetirement<T extends EditableType>(
  table: Table,
  repositories: TableRepositories,
  type: T,
  code: string,
  by: Caller,
): Promise<RecordTypes[T]> {
  const { codec, dependants, namedBy } = editableOf(type);
  const { record } = await currentRecord(table, type, code);
  await checkOwned(table, type, record, by, "code");
  await checkReviewed(repositories, type, record, by);
  const uses = (await dependants(code, repositories)).length + ((await namedBy?.(code, repositories)) ?? 0);
  if (uses === 0) return record;
  throw new HubError(
    "STILL_IN_USE",
    "records",
    { name: `${codec.type} ${code}`, count: uses },
    { where: "code" },
  );
}
