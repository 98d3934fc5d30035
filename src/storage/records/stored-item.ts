import type { Edits } from "../../domain/kit/edits";
import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { tableDefinition } from "../engine/table-definition";
import { ifUnchanged, type PutCondition, writeInput } from "../engine/write-input";
import { type Link, linked } from "./chain";
import { type Codec, contentHash } from "./codec";
import { keys } from "./keys";

const changeActions = ["CREATE", "UPDATE", "RETIRE", "MERGE"] as const;
export type ChangeAction = (typeof changeActions)[number];

/** The item of a record: the record under `record`, and metadata of the hub. */
export interface StoredItem extends Item, Partial<Link> {
  readonly type: string;
  readonly code: string;
  /** Absent in a tombstone: the record was retired or merged into another. */
  readonly record?: unknown;
  /** Hash of the whole record: equal hashes mean no change. */
  readonly contentHash: string;
  /** Number of the version, from 1. */
  readonly version: number;
  /** `starter`, the code of an imported source, or `editors`. */
  readonly origin: string;
  /** Author of this version: the origin, or the name of an editor. */
  readonly changedBy: string;
  readonly action: ChangeAction;
  /** The caller who accepted a proposal of the author; absent for a change without one. */
  readonly reviewedBy?: string;
  /** An editor's reason. */
  readonly reason: string | null;
  /** Corrections of editors by field. They survive imports. */
  readonly edits: Edits;
  /** Date of publication of the dataset that first stated it; `null` when unknown. */
  readonly publishedOn: string | null;
  /** Instants in the hub, ISO 8601 UTC; the validity of facts is in the record. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** In a tombstone: the code of the record that it was merged into. */
  readonly mergedInto: string | null;
  /** Codes of the records that were merged into this one. */
  readonly formerCodes: readonly string[];
  /** The request that wrote this version, so that a repeated one is recognised. */
  readonly requestKey: string | null;
  readonly edgeKeys: readonly Key[];
  /** Numbers of earlier versions from which this one, an erasure, removed personal data. */
  readonly erases?: readonly number[];
  /** Token of the lease of the last import that wrote it; absent without one. */
  readonly fence?: number;
  /** Form of the record, see `Codec.upcasts`; absent for the first. */
  readonly form?: number;
}

/** The form in which a release writes the records of a type. */
export const formOf = ({ upcasts = [] }: Pick<Codec<never>, "upcasts">): number => upcasts.length;

/** Attributes that are read before an item is replaced. Items of an older hub lack the later ones. */
const headerAttributes = [
  "pk",
  "sk",
  "contentHash",
  "version",
  "origin",
  "action",
  "edits",
  "createdAt",
  "updatedAt",
  "edgeKeys",
  "fence",
  "formerCodes",
  "hash",
] as const;
export type Header = Pick<StoredItem, (typeof headerAttributes)[number]>;

/** Whether more than the header was read. */
export const isWhole = (header: Header): header is StoredItem => "code" in header;

export type Authorship = Pick<StoredItem, "origin" | "changedBy" | "reason" | "edits"> &
  Partial<Pick<StoredItem, "publishedOn" | "requestKey" | "formerCodes" | "fence" | "erases" | "reviewedBy">>;

/** A record, or the code of a record that is gone and of the one that replaced it, if any. */
export type Content<T> =
  | { readonly record: T }
  | { readonly gone: string; readonly mergedInto: string | null };

/** The next version of an item. */
export function nextItem<T>(
  codec: Codec<T>,
  key: Key,
  content: Content<T>,
  header: Header | null,
  authorship: Authorship,
  instant: string,
  edges: readonly Key[],
): StoredItem {
  const isThere = "record" in content;
  const code = isThere ? codec.code(content.record) : content.gone;
  // With milliseconds, so that instants sort as texts.
  const now = new Date(instant).toISOString();
  const item: StoredItem = {
    pk: key.pk,
    sk: key.sk,
    ...(isThere && {
      ...codec.index?.(content.record),
      record: codec.stored?.(content.record) ?? content.record,
      ...(formOf(codec) > 0 && { form: formOf(codec) }),
    }),
    type: codec.type,
    code,
    contentHash: isThere ? contentHash(content.record) : gone,
    version: (header?.version ?? 0) + 1,
    publishedOn: null,
    requestKey: null,
    formerCodes: header?.formerCodes ?? [],
    // A write without a lease keeps the token, so that an older import does not become the last one.
    ...(header?.fence !== undefined && { fence: header.fence }),
    ...authorship,
    action: actionOf(content, header),
    createdAt: header?.createdAt ?? now,
    // Never before the previous version, even if clocks differ.
    updatedAt: header && header.updatedAt > now ? header.updatedAt : now,
    mergedInto: isThere ? null : content.mergedInto,
    edgeKeys: edges.map(({ pk, sk }) => ({ pk, sk })),
  };
  return codec.audited ? linked(item, header?.hash ?? null) : item;
}

/** In place of a hash; equal to no hash. */
const gone = "gone";

function actionOf(content: Content<unknown>, header: Header | null): ChangeAction {
  if ("gone" in content) return content.mergedInto === null ? "RETIRE" : "MERGE";
  return header === null || isTombstone(header) ? "CREATE" : "UPDATE";
}

export const isTombstone = ({ action }: Pick<StoredItem, "action">): boolean =>
  action === "RETIRE" || action === "MERGE";

/** A version in the history of its record, in no list. Writing it twice has the same result. */
export function archived(item: Item): Item {
  const { pk, sk, updatedAt, version } = item as StoredItem;
  const kept = Object.entries(item).filter(([attribute]) => !indexAttributes.has(attribute));
  return { ...Object.fromEntries(kept), ...keys.history({ pk, sk }, updatedAt, version) };
}

export const indexAttributes: ReadonlySet<string> = new Set(
  tableDefinition.indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
);

/**
 * Optimistic lock: the item is unchanged since its header was read.
 * @param fence of the writer; an item with a higher one is from a later import.
 */
export const unchangedSince = (header: Pick<Header, "version"> | null, fence?: number): PutCondition => {
  if (header === null) return writeInput({ when: { pk: undefined } });
  const fenced = fence !== undefined;
  return {
    ConditionExpression: `#version = :version${fenced ? " AND (attribute_not_exists(#fence) OR #fence <= :fence)" : ""}`,
    ExpressionAttributeNames: { "#version": "version", ...(fenced && { "#fence": "fence" }) },
    ExpressionAttributeValues: { ":version": header.version, ...(fenced && { ":fence": fence }) },
  };
};

/** A version that was replaced meanwhile needs no change: its replacement has its own attributes. */
export const setUnlessReplaced = (
  table: Table,
  { pk, sk, version }: Pick<StoredItem, "pk" | "sk" | "version">,
  set: Partial<StoredItem>,
): Promise<unknown> => ifUnchanged(table.update({ pk, sk }, { set, when: { version } }), () => null);

export async function headersOf(table: Table, keys: readonly Key[]): Promise<Map<string, Header>> {
  const items = (await table.batchGet(keys, headerAttributes, true)) as Header[];
  return new Map(items.map((header) => [idOf(header), header]));
}

export const idOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
