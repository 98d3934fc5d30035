import type { AuditEntry } from "../../domain/identity/audit-entry";
import { organizationOfAuthor } from "../../domain/identity/author";
import { distinctSorted } from "../../domain/kit/distinct";
import { importRunCode } from "../../domain/quality/import-run";
import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import type { Codec } from "./codec";
import { keys } from "./keys";
import { starterOrigin } from "./override";
import { ownersOf } from "./ownership";
import type { StoredItem } from "./stored-item";

/**
 * The entries of a version in the audit trails of its author and of the owners of the record before and after. What comes with the
 * hub is nobody's deed.
 */
export async function entriesOf<T>(
  table: Table,
  codec: Codec<T>,
  version: StoredItem,
  before: StoredItem | null,
): Promise<Item[]> {
  if (version.changedBy === starterOrigin) return [];
  const records = [before?.record, version.record].filter((record) => record !== undefined) as T[];
  const owners = await Promise.all(records.map((record) => ownersOf(table, codec, record)));
  const author = organizationOfAuthor(version.changedBy);
  const trails = distinctSorted([...owners.flat(), ...(author === null ? [] : [author])]);
  return trails.map((organization) => itemOfEntry(organization, entryOf(version)));
}

/** An entry in the trail of an organisation. */
export const itemOfEntry = (organizationCode: string, entry: AuditEntry): Item => ({
  ...keys.audit(organizationCode, entry.at, whatOf(entry)),
  ...entry,
});

/** With the hash where there is no version: the same may be done twice at one moment. */
const whatOf = ({ type, code, version, action, hash }: AuditEntry): string =>
  [type, code, ...(version === null ? [action, hash] : [version])].join("#");

/** What an audit trail says of a version. */
export const entryOf = (version: StoredItem): AuditEntry => ({
  at: version.updatedAt,
  action: version.erases === undefined ? version.action : "ERASE",
  changedBy: version.changedBy,
  importRun: importRunOf(version),
  type: version.type,
  code: version.code,
  version: version.version,
  hash: version.hash!,
});

/** The import or rollback that wrote a version; `null` for another author. */
function importRunOf({ changedBy, fence, origin }: StoredItem): string | null {
  if (fence === undefined) return null;
  if (changedBy === origin) return importRunCode(origin, fence);
  return changedBy.endsWith(`:${fence}`) ? changedBy : null;
}

/** The entry in an item of a trail, without its place. */
export function entryIn({ at, action, changedBy, importRun, type, code, version, hash }: Item): AuditEntry {
  return { at, action, changedBy, importRun, type, code, version, hash } as AuditEntry;
}
