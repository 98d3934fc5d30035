import { createHash } from "node:crypto";
import type { GeoKey, Key, ListKey } from "./keys";
import type { Item } from "./table";

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
  /** A ledger: what is there is never changed, only added to. Not together with `bulk`. */
  readonly appendOnly?: boolean;
}

/** The item of a record: the record itself under `record`, around it what the hub knows about it. */
export interface StoredItem extends Item {
  readonly type: string;
  readonly record: unknown;
  /** Of the whole record: equal hashes mean that nothing changed. */
  readonly contentHash: string;
  /** Counts the changes, from 1. */
  readonly version: number;
  /** Who wrote it last: `starter` or the code of an imported source. */
  readonly origin: string;
  /** Instants in the hub, ISO 8601 UTC; when a fact holds in the world is in the record. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly edgeKeys: readonly Key[];
}

/** To be raised when keys, indexes or edges change: the next import then lays every record out anew. */
const layout = 2;

/** The same for two records exactly when their content is the same, whatever the order of their properties. */
export const contentHash = (record: unknown): string =>
  createHash("sha256")
    .update(`${layout}${JSON.stringify(record, sortedKeys)}`)
    .digest("base64url")
    .slice(0, 22);

const sortedKeys = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
