import { publicAuthor } from "../../domain/identity/author";
import { changedFields } from "../../domain/kit/changed-fields";
import { distinctSorted } from "../../domain/kit/distinct";
import type { Item } from "../engine/key";
import { codecOf, isFollowed, type RecordType, recordTypeOf } from "../records/hub-record";
import { keys } from "../records/keys";
import type { ChangeAction, StoredItem } from "../records/stored-item";

/** How a record differs between two published versions. */
export interface RecordChange
  extends Pick<StoredItem, "changedBy" | "code" | "mergedInto" | "reason" | "updatedAt" | "version"> {
  readonly type: RecordType;
  readonly action: ChangeAction;
  /** Names of the fields that differ, sorted; none unless it is an update. */
  readonly fields: readonly string[];
  /** Codes of its areas before and after, sorted, so that followers of an area learn that a record left it. */
  readonly areaCodes: readonly string[];
}

/**
 * The change of a record between two states of an item, whatever happened in between; `null` if its facts are the same, or if its
 * type is not followed.
 * @param now as in the table: what is published lacks the reason.
 */
export function recordChange(before: Item | null, now: Item | null): RecordChange | null {
  const item = (now ?? before) as StoredItem | null;
  if (item === null || !isFollowed(item.type) || item.sk !== recordPlace) return null;
  const [old, next] = [recordOf(before), recordOf(now)];
  if (old === null && next === null) return null;
  const fields = old && next ? changedFields(old, next).map(({ field }) => field) : [];
  if (old && next && fields.length === 0) return null;
  const { type, code, version, updatedAt } = item;
  const changedBy = publicAuthor(item.changedBy);
  const mergedInto = next === null ? ((now?.mergedInto as string | undefined) ?? null) : null;
  return {
    ...{ type, code, version, updatedAt, changedBy },
    action: next === null ? (mergedInto === null ? "RETIRE" : "MERGE") : old === null ? "CREATE" : "UPDATE",
    reason: (now?.reason as string | null | undefined) ?? null,
    fields,
    mergedInto,
    areaCodes: distinctSorted([old, next].flatMap((record) => areasOf(type, record))),
  };
}

/** A tombstone has none. */
const recordOf = (item: Item | null): object | null => (item?.record ?? null) as object | null;

const recordPlace = keys.record("", "").sk;

/** A record of an older form may lack its areas. */
const areasOf = (type: string, record: object | null): readonly string[] =>
  record === null ? [] : (codecOf(recordTypeOf(type)).areas?.(record) ?? []);
