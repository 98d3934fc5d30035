import type { GeoPoint } from "../../domain/geo/point";
import type { Item } from "../engine/key";
import type { Reader } from "../engine/reader";
import { documentKey } from "./document.repository";

/** The tables of HSDS whose rows are records of the hub. */
export const hsdsTables = [
  "location",
  "organization",
  "service",
  "service_at_location",
  "taxonomy_term",
] as const;
export type HsdsTable = (typeof hsdsTables)[number];

/** A record in the list of its table: what filters ask. Synthetic records are in no list. */
export interface HsdsEntry {
  readonly code: string;
  /** Instant at which the hub last wrote the record, ISO 8601 UTC. */
  readonly updatedAt: string;
  /** Who is responsible for a service, or manages a place. */
  readonly organizationCode?: string;
  /** Terms of the hub's taxonomies that a service has. */
  readonly termCodes?: readonly string[];
  /** Of a service at a location. */
  readonly serviceCode?: string;
  /** Of a service at a location: the record that stands for its place. */
  readonly centreCode?: string;
  readonly postalCode?: string;
  readonly position?: GeoPoint;
  /** Of a term. */
  readonly taxonomy?: string;
  readonly parentCode?: string;
}

/** An entry with the id of its row. */
export interface HsdsListed extends HsdsEntry {
  readonly id: string;
}

export const hsdsScope = (table: HsdsTable): string => `hsds-${table}`;

const listed = new WeakMap<readonly Item[], readonly HsdsListed[]>();

function listedIn(items: readonly Item[]): readonly HsdsListed[] {
  const known = listed.get(items);
  if (known !== undefined) return known;
  const entries = items.map(({ sk, document }) => ({ ...(document as HsdsEntry), id: sk }));
  listed.set(items, entries);
  return entries;
}

/** The published lists of HSDS: an id leads to its record by one key, and a page is counted off in pieces. */
export function hsdsRepository(reader: Reader) {
  return {
    /** The entry of an id; `null` if the table has none. */
    one: (table: HsdsTable, id: string): HsdsEntry | null =>
      (reader.get(documentKey(hsdsScope(table), id))?.document as HsdsEntry | undefined) ?? null,

    /** All entries in the order of their ids, in pieces: the same array as long as no publication changes one of them. */
    segments: (table: HsdsTable): readonly (readonly HsdsListed[])[] =>
      reader.segments(documentKey(hsdsScope(table), "").pk).map(listedIn),
  };
}
