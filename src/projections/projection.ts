import { canonicalText } from "../domain/kit/canonical-text";
import type { LocatedCentres } from "../domain/matching/locations-of";
import type { Centre } from "../domain/places/centre";
import type { Key } from "../storage/engine/key";
import type { Table } from "../storage/engine/table";
import { fromTable } from "../storage/engine/table-reader";
import { codecOf, type HubRecord, type RecordType } from "../storage/records/hub-record";
import { keys } from "../storage/records/keys";
import type { Reading, Skip } from "../storage/records/readable";
import type { SaveOptions } from "../storage/records/save";

/** An item that was written. */
export interface Change {
  readonly key: Key;
  /** The new or former record, if the caller has it: both for a record that moved. */
  readonly record?: unknown;
}

/** EVERYTHING if the writes are not known. */
export type Changes = readonly Change[] | "EVERYTHING";

/** The locations of all centres after an update. */
export interface LocatedRun extends LocatedCentres {
  /** All compared centres. */
  readonly centres: readonly Centre[];
  /** Whether an area is smaller than a city. */
  isWithinCity(areaCode: string): boolean;
  /** Locations that were written or removed. */
  readonly changed: number;
}

/** The tools of a projection. */
export interface Work {
  readonly table: Table;
  /** Called for every stored item that cannot be read: it is left out, and everything else goes on. */
  readonly skip: Skip;
  /** How derived items are saved. */
  readonly save: SaveOptions;
  /** Also reads what did not change, and writes damaged items again. */
  readonly check: boolean;
  /** Writes the data quality issues of locations. @returns how many records were written. */
  readonly located?: (run: LocatedRun) => Promise<number>;
}

/** The result for one scope. */
export interface Refreshed {
  readonly scope: string;
  /** Items or documents that differed and were written or removed. */
  readonly written: number;
}

/** How stored projections differ from the records. */
export interface Drift {
  readonly scope: string;
  readonly document: string;
  readonly drift: "DIFFERS" | "MISSING" | "SUPERFLUOUS";
}

/** What a question finds in the table as it is now, with every acknowledged write. */
export const fromRecords = <T>(
  { table, skip }: Pick<Work, "skip" | "table">,
  read: (reading: Reading) => T,
) => fromTable(table, (reader) => read({ reader, skip }), true);

/**
 * Derived data. It is computed from the records as they are now, never incremented, so a change may be reported late or
 * twice.
 */
export interface Projection {
  readonly name: string;
  /** Whether a write of this item can change it. */
  affectedBy(key: Key): boolean;
  /**
   * Rebuilds everything that the changes can affect, and writes the differences. @param changes only those that affect
   * it.
   */
  rebuild(work: Work, changes: Changes): Promise<Refreshed[]>;
  /** Compares it with the records; writes nothing. */
  verify(work: Work): Promise<Drift[]>;
}

export const changeOf = ({ type, record }: HubRecord): Change => ({
  key: codecOf(type).key(record),
  record,
});

/** The code of the record of a type under a key; `null` for any other item. */
export function codeIn(type: RecordType, { pk, sk }: Key): string | null {
  const { pk: prefix, sk: place } = keys.record(type, "");
  return sk === place && pk.startsWith(prefix) ? pk.slice(prefix.length) : null;
}

/** Whether a key belongs to a record of one of the types. */
export const isRecordOf =
  (types: readonly RecordType[]) =>
  (key: Key): boolean =>
    types.some((type) => codeIn(type, key) !== null);

/** Records as texts by name, for a comparison; `kinds` has the records of each kind. */
export const textsOf = (
  kinds: Readonly<Record<string, readonly ({ readonly code: string } | null)[]>>,
): Map<string, string> =>
  new Map(
    Object.entries(kinds).flatMap(([kind, records]) =>
      records.flatMap((each) => (each === null ? [] : [[`${kind}/${each.code}`, canonicalText(each)]])),
    ),
  );

/** The differences between two sets of named texts, by name. */
export function driftsBetween(
  scope: string,
  wanted: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, string | null>,
): Drift[] {
  return [...new Set([...wanted.keys(), ...stored.keys()])].sort().flatMap((document): Drift[] => {
    const [should, is] = [wanted.get(document) ?? null, stored.get(document) ?? null];
    if (should === is) return [];
    return [
      { scope, document, drift: is === null ? "MISSING" : should === null ? "SUPERFLUOUS" : "DIFFERS" },
    ];
  });
}
