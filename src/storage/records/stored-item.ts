import type { Item, Key } from "../engine/key";
import type { PutCondition, Table } from "../engine/table";
import { tableDefinition } from "../engine/table-definition";
import { writeInput } from "../engine/write-input";
import { type Codec, contentHash } from "./codec";
import { keys } from "./keys";

/** What happened to a record when a version of it was written. */
const changeActions = ["CREATE", "UPDATE", "RETIRE", "MERGE"] as const;
export type ChangeAction = (typeof changeActions)[number];

/** The item of a record: the record itself under `record`, around it what the hub knows about it. */
export interface StoredItem extends Item {
  readonly type: string;
  readonly code: string;
  /** Absent in the tombstone of a record that was retired or merged into another. */
  readonly record?: unknown;
  /** Of the whole record: equal hashes mean that nothing changed. */
  readonly contentHash: string;
  /** Counts the changes, from 1. */
  readonly version: number;
  /** Where the facts come from: `starter`, the code of an imported source, or `editors`. */
  readonly origin: string;
  /** Who wrote this version: the origin, or the name of an editor. */
  readonly changedBy: string;
  readonly action: ChangeAction;
  /** Why, in the words of an editor. */
  readonly reason: string | null;
  /** What editors corrected, by field: it stays when a source speaks again. */
  readonly edits: Readonly<Record<string, unknown>>;
  /** When the dataset was published that first said so; `null` where that is not known. */
  readonly publishedOn: string | null;
  /** Instants in the hub, ISO 8601 UTC; when a fact holds in the world is in the record. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of a tombstone: the code of the record that took its place. */
  readonly mergedInto: string | null;
  /** Codes of the records that were merged into this one. */
  readonly formerCodes: readonly string[];
  /** The request of an editor that wrote this version, so that a repeated one is known. */
  readonly requestKey: string | null;
  readonly edgeKeys: readonly Key[];
  /** Token of the lease of the last import that wrote it; absent where none did. */
  readonly fence?: number;
  /** The areas that the record is about, for lists of changes. */
  readonly areaCodes: readonly string[];
  /** Those and the ones that it was about before: who follows an area learns that something left it. */
  readonly changedAreaCodes: readonly string[];
}

/** What is read of an item before it is written anew; items of an older hub lack the later ones. */
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
  "areaCodes",
  "formerCodes",
] as const;
export type Header = Pick<StoredItem, (typeof headerAttributes)[number]>;

/** Who writes a version, and why. */
export type Authorship = Pick<StoredItem, "origin" | "changedBy" | "reason" | "edits"> &
  Partial<Pick<StoredItem, "publishedOn" | "requestKey" | "formerCodes" | "fence">>;

/** What a version holds: a record, or that it is gone and what took its place. */
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
  instants: { readonly now: string; readonly stamp: string },
  edges: readonly Key[],
): StoredItem {
  const isThere = "record" in content;
  const code = isThere ? codec.code(content.record) : content.gone;
  // With milliseconds, so that instants sort as texts.
  const now = new Date(instants.now).toISOString();
  const areaCodes = isThere ? (codec.areas?.(content.record) ?? []) : [];
  return {
    pk: key.pk,
    sk: key.sk,
    ...(isThere && {
      ...codec.index?.(content.record),
      record: codec.stored?.(content.record) ?? content.record,
    }),
    ...(codec.feed && keys.change(instants.stamp, codec.type, code)),
    type: codec.type,
    code,
    contentHash: isThere ? contentHash(content.record) : gone,
    version: (header?.version ?? 0) + 1,
    publishedOn: null,
    requestKey: null,
    formerCodes: header?.formerCodes ?? [],
    // Who writes without a lease does not make an older import the last one again.
    ...(header?.fence !== undefined && { fence: header.fence }),
    ...authorship,
    action: actionOf(content, header),
    createdAt: header?.createdAt ?? now,
    // Never before the version that it follows, whatever clocks say.
    updatedAt: header && header.updatedAt > now ? header.updatedAt : now,
    mergedInto: isThere ? null : content.mergedInto,
    edgeKeys: edges.map(({ pk, sk }) => ({ pk, sk })),
    areaCodes,
    changedAreaCodes: [...new Set([...(header?.areaCodes ?? []), ...areaCodes])],
  };
}

/** In place of a hash: equal to none. */
const gone = "gone";

function actionOf(content: Content<unknown>, header: Header | null): ChangeAction {
  if ("gone" in content) return content.mergedInto === null ? "RETIRE" : "MERGE";
  return header === null || isTombstone(header) ? "CREATE" : "UPDATE";
}

export const isTombstone = ({ action }: Pick<StoredItem, "action">): boolean =>
  action === "RETIRE" || action === "MERGE";

/** A version under the key of the history of its record, in no list: who writes it twice writes the same. */
export function archived(item: Item): Item {
  const { pk, sk, updatedAt, version } = item as StoredItem;
  const kept = Object.entries(item).filter(([attribute]) => !indexAttributes.has(attribute));
  return { ...Object.fromEntries(kept), ...keys.history({ pk, sk }, updatedAt, version) };
}

export const indexAttributes: ReadonlySet<string> = new Set(
  tableDefinition.indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
);

/**
 * Optimistic lock: the item is still as it was when its header was read.
 * @param fence of whoever writes: an item with a higher one is of an import that came later.
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

export async function headersOf(table: Table, keys: readonly Key[]): Promise<Map<string, Header>> {
  const items = (await table.batchGet(keys, headerAttributes, true)) as Header[];
  return new Map(items.map((header) => [idOf(header), header]));
}

export const idOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
