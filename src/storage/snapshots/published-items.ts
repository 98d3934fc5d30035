import { publicAuthor } from "../../domain/identity/author";
import type { Item, Key } from "../engine/key";
import { type IndexName, tableDefinition } from "../engine/table-definition";

/** Attributes for writers alone. */
const ofWriters = [
  "contentHash",
  "erases",
  "fence",
  "hash",
  "previousHash",
  "reason",
  "requestKey",
  "reviewedBy",
  "salt",
];
/** Attributes that earlier releases wrote. */
const ofOlderHubs = ["areaCodes", "changedAreaCodes", "changePk", "changeSk"];

/** What readers see of an item. */
export function publishedItem(item: Item): Item {
  // Only items of records have a hash: the attributes of other items are all for readers.
  if (item.contentHash === undefined) return item;
  const seen: Record<string, unknown> & Item = { ...item };
  for (const name of [...ofWriters, ...ofOlderHubs]) delete seen[name];
  if (typeof item.changedBy === "string") seen.changedBy = publicAuthor(item.changedBy);
  return seen;
}

/** Sorts before every character of a key. */
const separator = "\u0000";
/** Sorts after every character of a key. */
const end = "\uffff";

/** The place of an item in the order of a snapshot. */
export const placeOf = ({ pk, sk }: Key): string => `${pk}${separator}${sk}`;

/** The places of an item in the indexes; an entry there only names the item. */
export const indexPlaces = (item: Item): string[] =>
  tableDefinition.indexes.flatMap(({ name, partitionKey, sortKey }) => {
    const [partition, sort] = [item[partitionKey], item[sortKey]];
    return typeof partition === "string" && typeof sort === "string"
      ? [[name, partition, sort, item.pk, item.sk].join(separator)]
      : [];
  });

/** The key of the item that an entry names: of an index, or the item itself. */
export function keyAt(place: string): Key {
  const [pk = "", sk = ""] = place.split(separator).slice(-2);
  return { pk, sk };
}

/** Whether a place is that of an entry of an index. */
export const isIndexPlace = (place: string): boolean =>
  place.indexOf(separator) !== place.lastIndexOf(separator);

/** The places of a partition, or of one in an index. */
export const partitionPlaces = (partition: string, index: IndexName | undefined) => {
  const start =
    index === undefined ? `${partition}${separator}` : `${index}${separator}${partition}${separator}`;
  return {
    /** The place of a sort key, or of its beginning. */
    at: (sort: string): string => `${start}${sort}`,
    /** After everything that begins so. */
    after: (sort: string): string => `${start}${sort}${end}`,
    /** After everything with just this sort key. */
    past: (sort: string): string =>
      index === undefined ? `${start}${sort}${separator}` : `${start}${sort}${separator}${end}`,
    /** The place of an item in the index. */
    entry: (sort: string, key: Key): string =>
      index === undefined ? `${start}${sort}` : [`${start}${sort}`, key.pk, key.sk].join(separator),
  };
};
