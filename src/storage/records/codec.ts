import { createHash } from "node:crypto";
import { canonicalText } from "../../domain/kit/canonical-text";
import type { EditedForm } from "../../domain/kit/edits";
import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import type { GeoKey, ListKey } from "./keys";

/** Which organisations own the records of a type. */
export interface Owned {
  /** Fields with the code of an owner: of the record itself, or of the one that `through` leads to. */
  readonly by: readonly string[];
  readonly through?: {
    /** Has the code of that record. */
    readonly field: string;
    /** Its type as in items, for example `Service`. */
    readonly type: string;
  };
}

/** The layout of one type of record in the table. */
export interface Codec<T> {
  readonly type: string;
  /** The public code of a record, for messages. */
  code(record: T): string;
  key(record: T): Key;
  /** Its keys in the indexes, and attributes for filters of queries. */
  index?(record: T): Partial<ListKey & GeoKey> & { readonly period?: string };
  /** Further items for other ways to find the record, written and removed with it. */
  edges?(record: T): Item[];
  /** The stored part of the record; the whole record when absent. */
  stored?(record: T): object;
  /**
   * What became of the form of the record, release by release: each function makes the next form of a stored record. Their number is
   * the form that is written. Only ever add to them (docs/decisions/0048).
   */
  readonly upcasts?: readonly ((record: object) => object)[];
  /** Many small records without edges: written in batches, and the last writer wins. */
  readonly bulk?: boolean;
  /** Earlier versions are kept, as a record of past states and their authors. */
  readonly audited?: boolean;
  /** Listed in the feed of changes for partners. */
  readonly feed?: boolean;
  /** Codes of the areas of a record, for clients that follow an area. */
  areas?(record: T): readonly string[];
  /** The constructor, which checks the record. Absent for records without an editor. */
  readonly create?: (fields: T) => T;
  /** Its owners; records of a type without it belong to nobody. */
  readonly owned?: Owned;
  /** How editors edit its fields. */
  readonly edited?: EditedForm;
  /** The form of its records, for programs that write starter files. */
  readonly jsonSchema?: () => object;
  /** The type has global ids. */
  readonly node?: boolean;
  readonly starterFile?: string;
  /** Replaces what must not be stored, in every record that is saved. */
  readonly gate?: (table: Table, records: readonly T[]) => Promise<readonly T[]>;
  /** A ledger: existing records never change, new ones are added. Not together with `bulk`. */
  readonly appendOnly?: boolean;
}

/** Records that are read by a code alone. */
export interface Coded<T> extends Codec<T> {
  readonly keyOf: (code: string) => Key;
}

/** Raise it when keys, indexes, edges or names of fields change: the next import then writes every record again. */
export const layout = 10;

/** Equal exactly for records with the same content, in any order of properties. */
export const contentHash = (record: unknown): string =>
  createHash("sha256")
    .update(`${layout}${canonicalText(record)}`)
    .digest("base64url")
    .slice(0, 22);
