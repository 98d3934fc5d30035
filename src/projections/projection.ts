import { canonicalText } from "../domain/kit/canonical-text";
import type { Key } from "../storage/engine/key";
import type { Table } from "../storage/engine/table";
import type { RecordType } from "../storage/records/hub-record";
import { codecOf, type HubRecord } from "../storage/records/hub-record";
import { keys } from "../storage/records/keys";
import type { Skip } from "../storage/records/readable";
import type { SaveOptions } from "../storage/records/save";
import type { LocatedRun } from "./locate-centres";

/** An item that was written. */
export interface Change {
  readonly key: Key;
  /** What stands or stood there, where the caller has it: of a record that moved, both are given. */
  readonly record?: unknown;
}

/** Everything, where it is not known what was written. */
export type Changes = readonly Change[] | "EVERYTHING";

/** What a projection works with. */
export interface Work {
  readonly table: Table;
  /** How items that follow from records are saved. */
  readonly save: SaveOptions;
  /** Told of every stored item that cannot be read: it is left out, and everything else goes on. */
  readonly skip: Skip;
  /** Also reads what did not change, and writes again what is damaged. */
  readonly check: boolean;
  /** Writes what is doubtful about the locations. @returns how many records were written. */
  readonly located?: (run: LocatedRun) => Promise<number>;
}

/** What was done for a scope. */
export interface Refreshed {
  readonly scope: string;
  /** Items or documents that differed and were written or removed. */
  readonly written: number;
}

/** How what is projected differs from what the records say. */
export interface Drift {
  readonly scope: string;
  readonly document: string;
  readonly drift: "DIFFERS" | "MISSING" | "SUPERFLUOUS";
}

/** What follows from the records: made from them as they are now, never counted on, so that a change may be told late or twice. */
export interface Projection {
  readonly name: string;
  /** Whether a write of this item can change it. */
  affectedBy(key: Key): boolean;
  /** Makes again what the changes can touch, and writes what differs. @param changes only such as affect it. */
  rebuild(work: Work, changes: Changes): Promise<Refreshed[]>;
  /** Compares it with what the records say; writes nothing. */
  verify(work: Work): Promise<Drift[]>;
}

export const changeOf = ({ type, record }: HubRecord): Change => ({
  key: codecOf(type).key(record),
  record,
});

/** The code of the record of a type that stands under a key; `null` for any other item. */
export function codeIn(type: RecordType, { pk, sk }: Key): string | null {
  const { pk: prefix, sk: place } = keys.record(type, "");
  return sk === place && pk.startsWith(prefix) ? pk.slice(prefix.length) : null;
}

/** Whether a record of one of the types stands under a key. */
export const isRecordOf =
  (types: readonly RecordType[]) =>
  (key: Key): boolean =>
    types.some((type) => codeIn(type, key) !== null);

/** The texts of records by their names, for a comparison. */
export const textsOf = <T extends { readonly code: string }>(
  kind: string,
  records: readonly (T | null)[],
): (readonly [string, string])[] =>
  records.flatMap((record) =>
    record === null ? [] : [[`${kind}/${record.code}`, canonicalText(record)] as const],
  );

/** How two texts by name differ, in the order of the names. */
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
