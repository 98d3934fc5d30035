import { createHash } from "node:crypto";
import { canonicalText } from "../../domain/kit/canonical-text";
import type { Item, Key } from "../engine/key";
import type { GeoKey, ListKey } from "./keys";

/** How records of one type are laid out in the table. */
export interface Codec<T> {
  readonly type: string;
  /** The public code of a record, for messages. */
  code(record: T): string;
  key(record: T): Key;
  /** Where the record stands in the indexes, and attributes that queries filter by. */
  index?(record: T): Partial<ListKey & GeoKey> & { readonly period?: string };
  /** Further items that make the record findable; they are written and removed with it. */
  edges?(record: T): Item[];
  /** What is kept in the item; the whole record when absent. */
  stored?(record: T): object;
  /** Many small records without edges: written in batches, where the last writer wins. */
  readonly bulk?: boolean;
  /** Earlier versions are kept, so that it can be told what the hub knew and who changed what. */
  readonly audited?: boolean;
  /** Stands in the feed of changes, which partners follow. */
  readonly feed?: boolean;
  /** Codes of the areas that a record is about, for who follows the changes of an area. */
  areas?(record: T): readonly string[];
  /** The constructor of its records: checks that they can be true. Absent where nobody edits them. */
  readonly create?: (fields: T) => T;
  /** The form of its records, for programs that write starter files. */
  readonly jsonSchema?: () => object;
  /** The type has global ids. */
  readonly node?: boolean;
  /** The file of starter data with records of the type. */
  readonly starterFile?: string;
  /** A ledger: what is there is never changed, only added to. Not together with `bulk`. */
  readonly appendOnly?: boolean;
}

/** Records that are read by a code alone: each type of them has a loader. */
export interface Coded<T> extends Codec<T> {
  readonly keyOf: (code: string) => Key;
}

/** Raise it when keys, indexes or edges change: the next import then writes every record again. */
const layout = 8;

/** The same for two records exactly when their content is the same, whatever the order of their properties. */
export const contentHash = (record: unknown): string =>
  createHash("sha256")
    .update(`${layout}${canonicalText(record)}`)
    .digest("base64url")
    .slice(0, 22);
