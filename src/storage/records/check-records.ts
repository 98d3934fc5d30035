import { canonicalText } from "../../domain/kit/canonical-text";
import { hashOf } from "../engine/compressed";
import type { Item, Key } from "../engine/key";
import { scan } from "../engine/scan";
import type { Table } from "../engine/table";
import { type IndexName, tableDefinition } from "../engine/table-definition";
import { type Coded, contentHash } from "./codec";
import { isEdge, isOfRecord, recordOfEdge } from "./edge-keys";
import { codecOf, isRecordType, recordTypeOf } from "./hub-record";
import { keys } from "./keys";
import { readRecord, type Skip, type Unreadable } from "./readable";
import { idOf, indexAttributes, isTombstone, type StoredItem } from "./stored-item";
import { edgesOf } from "./write-version";

/**
 * How the store differs from its records. CONTENT: the record is not the one that was written. PLACE: the item names other
 * lists than its record gives. ENTRY: an index differs from its item. EDGE: a list has too much, too little or another thing.
 */
export interface RecordDrift {
  readonly what: "CONTENT" | "PLACE" | "ENTRY" | "EDGE";
  readonly drift: "DIFFERS" | "MISSING" | "SUPERFLUOUS";
  /** The place of the difference. */
  readonly key: Key;
  /** The item of its record; `null` if no record gives it. */
  readonly owner: Key | null;
  /** An entry in an index that its item does not have, whole. */
  readonly entry?: { readonly index: IndexName; readonly item: Item };
}

interface Wanted {
  readonly owner: Key;
  /** `null` if the record does not say what the edge holds. */
  readonly digest: string | null;
}

const digestOf = (item: object): string => hashOf(canonicalText(item));

/** An edge without the moment of its writing, which says nothing about the record. */
const edgeDigest = ({ updatedAt: _, ...edge }: Item): string =>
  digestOf(
    Object.fromEntries(
      Object.entries(edge).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? hashOf(value) : value,
      ]),
    ),
  );

interface Edge {
  readonly key: Key;
  readonly digest: string;
  /** `idOf` of the key of its record; `null` if the edge does not say which. */
  readonly of: string | null;
}

/**
 * Compares every record with its hash, its place in the lists, its edges and the indexes: one scan of the table and one of
 * each index. Writes meanwhile may look like differences. Nothing is known against the edges of a record that cannot be read.
 * @param skip is called for every record that cannot be read.
 */
export async function checkRecords(table: Table, skip: Skip): Promise<RecordDrift[]> {
  const drifts: RecordDrift[] = [];
  const wanted = new Map<string, Wanted & { readonly key: Key }>();
  const edges = new Map<string, Edge>();
  const unreadable = new Set<string>();
  const leaveOut = (each: Unreadable): void => {
    unreadable.add(idOf(each.key));
    skip(each);
  };
  const entries = new Map<string, { readonly key: Key; readonly digest: string }>();
  for await (const item of scan(table)) {
    const key = keyOf(item);
    for (const { name, partitionKey } of tableDefinition.indexes)
      if (item[partitionKey] !== undefined)
        entries.set(`${name} ${idOf(key)}`, { key, digest: digestOf(item) });
    if (isOfRecord(key) && isRecordType(item.type) && item.contentHash !== undefined) {
      const { found, given } = checkRecord(item as StoredItem, leaveOut);
      drifts.push(...found);
      for (const edge of given) wanted.set(idOf(edge.key), edge);
    } else if (isEdge(key)) edges.set(idOf(key), { key, digest: edgeDigest(item), of: ownerOf(item) });
    else if (isOfRecord(key) && key.sk === recordPlace) leaveOut({ key, reason: noRelease });
  }
  const isUnknown = ({ of }: Edge): boolean => of !== null && unreadable.has(of);
  return [...drifts, ...edgeDrifts(wanted, edges, isUnknown), ...(await entryDrifts(table, entries))].sort(
    (a, b) => (idOf(a.key) < idOf(b.key) ? -1 : 1),
  );
}

function checkRecord(item: StoredItem, skip: Skip) {
  const key = keyOf(item);
  const found: RecordDrift[] = [];
  const report = (what: RecordDrift["what"]): void => {
    found.push({ what, drift: "DIFFERS", key, owner: key });
  };
  const codec = codecOf(recordTypeOf(item.type));
  if (isTombstone(item)) {
    if (isPlaced(item, {})) report("PLACE");
    return { found, given: [] };
  }
  const isPart = codec.stored !== undefined;
  if (isPart ? item.contentHash === "" : item.contentHash !== contentHash(item.record)) report("CONTENT");
  // The stored part of a record has no constructor.
  const [record] = isPart ? [item.record] : readRecord(codec, item, skip);
  if (record === undefined) return { found, given: namedEdges(item) };
  if (isPlaced(item, codec.index?.(record) ?? {})) report("PLACE");
  if (isPart) return { found, given: namedEdges(item) };
  const given = edgesOf(codec, record, item.updatedAt).map((edge) => ({
    key: keyOf(edge),
    owner: key,
    digest: edgeDigest(edge),
  }));
  const own = new Set(given.map((edge) => idOf(edge.key)));
  if (item.edgeKeys.length !== own.size || item.edgeKeys.some((edge) => !own.has(idOf(edge))))
    report("PLACE");
  return { found, given };
}

/** `idOf` of the record that an edge leads to. */
function ownerOf(edge: Item): string | null {
  const record = recordOfEdge(edge);
  if (record === null || !isRecordType(record.type)) return null;
  const { keyOf } = codecOf(recordTypeOf(record.type)) as Partial<Coded<unknown>>;
  return keyOf === undefined ? null : idOf(keyOf(record.code));
}

const recordPlace = keys.record("", "").sk;
const noRelease = "No release of the hub wrote it in this form.";

const namedEdges = (item: StoredItem) =>
  (item.edgeKeys ?? []).map((edge) => ({ key: edge, owner: keyOf(item), digest: null }));

/** Whether an item is in other lists than it should be. */
const isPlaced = (item: Item, index: Readonly<Record<string, unknown>>): boolean =>
  [...indexAttributes].some((name) => item[name] !== index[name]);

function edgeDrifts(
  wanted: ReadonlyMap<string, Wanted & { readonly key: Key }>,
  found: ReadonlyMap<string, Edge>,
  isUnknown: (edge: Edge) => boolean,
): RecordDrift[] {
  const drifts: RecordDrift[] = [];
  for (const [id, { key, owner, digest }] of wanted) {
    const edge = found.get(id);
    if (edge === undefined) drifts.push({ what: "EDGE", drift: "MISSING", key, owner });
    else if (digest !== null && edge.digest !== digest)
      drifts.push({ what: "EDGE", drift: "DIFFERS", key, owner });
  }
  for (const [id, edge] of found)
    if (!wanted.has(id) && !isUnknown(edge))
      drifts.push({ what: "EDGE", drift: "SUPERFLUOUS", key: edge.key, owner: null });
  return drifts;
}

async function entryDrifts(
  table: Table,
  wanted: ReadonlyMap<string, { readonly key: Key; readonly digest: string }>,
): Promise<RecordDrift[]> {
  const drifts: RecordDrift[] = [];
  const left = new Map(wanted);
  for (const { name } of tableDefinition.indexes)
    for await (const entry of scan(table, name)) {
      const key = keyOf(entry);
      const id = `${name} ${idOf(key)}`;
      if (left.get(id)?.digest === digestOf(entry)) left.delete(id);
      else
        drifts.push({
          what: "ENTRY",
          drift: wanted.has(id) ? "DIFFERS" : "SUPERFLUOUS",
          key,
          owner: wanted.has(id) ? key : null,
          entry: { index: name, item: entry },
        });
    }
  const named = new Set(drifts.map(({ key }) => idOf(key)));
  for (const { key } of left.values())
    if (!named.has(idOf(key))) drifts.push({ what: "ENTRY", drift: "MISSING", key, owner: key });
  return drifts;
}

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });
