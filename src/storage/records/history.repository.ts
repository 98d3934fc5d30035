import type { Observation } from "../../domain/indicators/observation";
import { isSuppressedRecord, suppressed } from "../../domain/indicators/suppressed";
import { decodeCursor, encodeCursor } from "../engine/cursor";
import { checkPageSize, type Page, type PageRequest, pageOf } from "../engine/page";
import type { Table } from "../engine/table";
import { keys } from "./keys";
import { keyOf, type RecordRef, type RecordState } from "./record-state";
import { type ChangeAction, isTombstone, type StoredItem } from "./stored-item";

/** A version of a record, current from `updatedAt` on. */
export interface RecordVersion
  extends Omit<RecordState, "createdAt" | "updatedAt" | "edits" | "formerCodes"> {
  /** Who accepted the change; `null` for a change without a review. */
  readonly reviewedBy: string | null;
  readonly action: ChangeAction;
  readonly reason: string | null;
  /** Whether personal data was erased from it. */
  readonly isErased: boolean;
  readonly recordedAt: string;
  /** Instant of the next version; `null` for the current one. */
  readonly supersededAt: string | null;
  /** `null` when it was retired or merged into another. */
  readonly record: object | null;
  /** The record of the previous version; `null` for the first. */
  readonly previous: object | null;
}

/** Versions that are read to find an earlier one. */
const mostBack = 100;

export function historyRepository(table: Table) {
  const versionAt = async (ref: RecordRef, instant: string): Promise<StoredItem | null> => {
    const key = keyOf(ref);
    const current = (await table.get(key)) as StoredItem | null;
    if (current !== null && current.updatedAt <= instant) return current;
    const hide = await isHidden(ref, current);
    // Only the history remains of a retired observation.
    const { pk } = keys.history(key, "", 0);
    const upTo = `${instant}#~`;
    const { items } = await table.query({ partition: pk, upTo, descending: true }, 1);
    const [item] = items as StoredItem[];
    return item === undefined ? null : hide ? withoutNumbers(item) : item;
  };

  /**
   * Whether the hub suppresses the record now: then no earlier version of it has numbers either, because they would disclose
   * those of today, or the other way round.
   */
  const isHidden = async (ref: RecordRef, current: StoredItem | null): Promise<boolean> => {
    if (ref.type !== "Observation") return false;
    if (current?.record !== undefined) return isSuppressedRecord(current.record);
    const partition = keys.history(keyOf(ref), "", 0).pk;
    // Newest first: of a retired one the last is no record.
    const { items } = await table.query({ partition, descending: true }, 3);
    return isSuppressedRecord(items.find(({ record }) => record !== undefined)?.record);
  };

  return {
    /**
     * The record as of an instant; `null` if it did not exist then. At most one Get and one Query, and the same again
     * for a record that had been merged into another by then.
     * @param instant ISO 8601 UTC with milliseconds.
     */
    async asOf<T>(ref: RecordRef, instant: string): Promise<T | null> {
      const version = await versionAt(ref, instant);
      if (version === null) return null;
      if (version.mergedInto === null) return (version.record as T | undefined) ?? null;
      const successor = await versionAt({ ...ref, code: version.mergedInto }, instant);
      return (successor?.record as T | undefined) ?? null;
    },

    /** When a source last wrote a version, at an instant at the latest; `null` if it never did. */
    async writtenBy(ref: RecordRef, origin: string, at: string | null): Promise<string | null> {
      const key = keyOf(ref);
      const current = (await table.get(key)) as StoredItem | null;
      if (current?.origin === origin && (at === null || current.updatedAt <= at)) return current.updatedAt;
      const where = [{ attribute: "origin", test: "equals" as const, value: origin }];
      const partition = keys.history(key, "", 0).pk;
      const until = at === null ? {} : { upTo: `${at}#~` };
      const { items } = await table.query({ partition, where, descending: true, ...until }, 1);
      return (items[0] as StoredItem | undefined)?.updatedAt ?? null;
    },

    /** The version that a request of a caller wrote; `null` without one. */
    async versionOfRequest(
      ref: RecordRef,
      request: Pick<StoredItem, "changedBy" | "requestKey">,
    ): Promise<StoredItem | null> {
      const key = keyOf(ref);
      const current = (await table.get(key, true)) as StoredItem | null;
      const wanted = Object.entries(request);
      if (current && wanted.every(([attribute, value]) => current[attribute] === value)) return current;
      const where = wanted.map(([attribute, value]) => ({
        attribute,
        test: "equals" as const,
        value: String(value),
      }));
      const partition = keys.history(key, "", 0).pk;
      const { items } = await table.query({ partition, where, consistent: true }, 1);
      return (items[0] as StoredItem | undefined) ?? null;
    },

    /**
     * The record of a version at most 100 versions before the current one; `null` if it is older, was not kept, or had no
     * record.
     */
    async recordOf(ref: RecordRef, version: number, current: number): Promise<object | null> {
      const back = current - version;
      if (back < 1 || back > mostBack) return null;
      const { pk } = keys.history(keyOf(ref), "", 0);
      const newest = { partition: pk, descending: true, consistent: true };
      // Writers at this moment may already have put the current version and some after it into the history.
      const { items } = await table.query(newest, back + 20);
      const found = items.find((item) => item.version === version);
      return (found?.record as object | undefined) ?? null;
    },

    /** Newest first. */
    async versions(ref: RecordRef, { first, after }: PageRequest): Promise<Page<RecordVersion>> {
      checkPageSize(first);
      const key = keyOf(ref);
      const { pk } = keys.history(key, "", 0);
      const start = after ? decodeCursor(pk, after).sk : undefined;
      const current = start === undefined ? await table.get(key) : null;
      // One more than the page, because each version shows its changes from the previous one.
      const { items } = await table.query(
        { partition: pk, descending: true, ...(start && { after: { pk, sk: start } }) },
        first + 2,
      );
      const older = items.filter(
        (item) => current === null || Number(item.version) < Number(current.version),
      );
      const all = (current === null ? older : [current, ...older]) as StoredItem[];
      const newest = ref.type === "Observation" ? (current ?? (await table.get(key))) : null;
      const versions = (await isHidden(ref, newest as StoredItem | null)) ? all.map(withoutNumbers) : all;
      const found = versions.map((item, i) => ({
        cursor: encodeCursor(pk, { sk: keys.history(key, item.updatedAt, item.version).sk }),
        node: versionOf(item, versions[i + 1], versions[i - 1]?.updatedAt ?? start?.split("#")[0]),
      }));
      return pageOf(found, first, async () => {
        const now = (current ?? (await table.get(key))) as StoredItem | null;
        return now === null ? 0 : now.version - (await firstVersion(table, pk, now)) + 1;
      });
    },
  };
}

const withoutNumbers = (item: StoredItem): StoredItem =>
  item.record === undefined ? item : { ...item, record: suppressed(item.record as Observation) };

/** Versions are numbered without gaps, but the first ones are missing if an older hub did not keep them. */
async function firstVersion(table: Table, partition: string, now: StoredItem): Promise<number> {
  const { items } = await table.query({ partition }, 1);
  return Number(items[0]?.version ?? now.version);
}

const versionOf = (
  item: StoredItem,
  before: StoredItem | undefined,
  supersededAt: string | undefined,
): RecordVersion => ({
  action: item.action,
  changedBy: item.changedBy,
  reviewedBy: item.reviewedBy ?? null,
  mergedInto: item.mergedInto,
  origin: item.origin,
  publishedOn: item.publishedOn,
  reason: item.reason,
  isErased: item.erasedDigest !== undefined,
  version: item.version,
  recordedAt: item.updatedAt,
  supersededAt: supersededAt ?? null,
  record: isTombstone(item) ? null : ((item.record as object | undefined) ?? null),
  previous: (before?.record as object | undefined) ?? null,
});
